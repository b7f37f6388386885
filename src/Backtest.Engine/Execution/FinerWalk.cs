namespace Backtest.Engine;

/// <summary>
/// Takes the bars of a turn through the finer bars inside them, in the order of their ends; orders meet each of them like a bar. A bar without finer
/// bars is taken as a whole, before the finer bars of the others, because the times within it are unknown.
/// </summary>
internal sealed class FinerWalk(
    FinerPlaces finer, WorkingOrders working, BarOpening opening, BarMatching matching, BuyingPower buyingPower, FirstTouch touch, OrderTransit transit,
    int instruments)
{
    private readonly Step[] _steps = new Step[instruments];
    private readonly FillBar[] _bars = new FillBar[instruments]; // the bar each instrument meets next
    private readonly int[] _openingInstruments = new int[instruments]; // the instruments whose bars open now
    private readonly FillBar[] _openingBars = new FillBar[instruments];
    private int _count;

    /// <summary>Begins a turn.</summary>
    public void Begin() => _count = 0;

    /// <summary>Adds a bar of the turn.</summary>
    /// <param name="instrument">The index of the instrument.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="row">The row of the bar.</param>
    public void Add(int instrument, in FillBar bar, int row)
    {
        FinerSeries? series = finer.Of(instrument);
        (int from, int to) = series?.Rows(row) ?? (0, 0);
        _steps[_count] = new Step(instrument, bar, from == to ? null : series, from, to) { At = from };
        _bars[_count++] = Meet(_steps[_count - 1]);
    }

    /// <summary>The last of the finer bars inside a bar, or the bar itself if it has none.</summary>
    public FillBar Last(int instrument, in FillBar bar, int row)
    {
        if (finer.Of(instrument) is not { } series)
            return bar;
        (int from, int to) = series.Rows(row);
        return from == to ? bar : bar.Part(series.Bars, to - 1, to - from, isLast: true);
    }

    /// <summary>Fills the orders that the bars meet.</summary>
    public void Take(IExecutionEvents events)
    {
        // All bars of the turn open together, so that exits at the open pay for entries there.
        Open(long.MinValue, events);
        for (int i = 0; i < _count; i++)
        {
            if (_steps[i].Series is null)
                matching.FillWithin(_steps[i].Instrument, _bars[i], events);
            else
                Skip(i);
        }

        while (NextEnd() is var end && end < long.MaxValue)
        {
            buyingPower.Settle(end);
            Open(end, events);
            for (int i = 0; i < _count; i++)
            {
                if (!IsAt(i, end))
                    continue;
                matching.FillWithin(_steps[i].Instrument, _bars[i], events);
                _steps[i].At++;
                Skip(i);
            }
        }
    }

    /// <summary>Opens the finer bars that end at a time, except the first of each bar; without a time, opens the first of each bar.</summary>
    private void Open(long end, IExecutionEvents events)
    {
        int count = 0;
        for (int i = 0; i < _count; i++)
        {
            if (end != long.MinValue && !Opens(i, end))
                continue;
            _openingInstruments[count] = _steps[i].Instrument;
            _openingBars[count++] = _bars[i];
        }

        opening.Open(_openingInstruments.AsSpan(0, count), _openingBars.AsSpan(0, count), events);
    }

    private bool Opens(int place, long end) => IsAt(place, end) && _steps[place].At > _steps[place].From;

    private bool IsAt(int place, long end) => IsLeft(place) && _bars[place].End == end;

    private bool IsLeft(int place) => _steps[place].Series is not null && _steps[place].At < _steps[place].To;

    private long NextEnd()
    {
        long end = long.MaxValue;
        for (int i = 0; i < _count; i++)
        {
            if (IsLeft(i))
                end = Math.Min(end, _bars[i].End);
        }

        return end;
    }

    /// <summary>Skips finer bars that affect no order, and lets trailing stops follow them.</summary>
    private void Skip(int place)
    {
        ref Step step = ref _steps[place];
        if (step.At == step.To)
            return;
        int day = step.Whole.Day;
        int next = !working.HasAny(step.Instrument) ? step.To
            : transit.HasRequests(step.Instrument) ? step.At
            : touch.NextPart(step.Series!, day, step.At, step.To);
        touch.FollowParts(step.Series!, day, step.At, next);
        step.At = next;
        if (next < step.To)
            _bars[place] = Meet(step);
    }

    private FillBar Meet(in Step step)
    {
        finer.MoveTo(step.Instrument, step.Series is null ? -1 : step.At);
        return step.Series is { } series ? step.Whole.Part(series.Bars, step.At, 1 + step.At - step.From, isLast: step.At == step.To - 1) : step.Whole;
    }

    /// <summary>The progress of one instrument through its finer bars.</summary>
    private record struct Step(int Instrument, FillBar Whole, FinerSeries? Series, int From, int To)
    {
        /// <summary>The next finer row.</summary>
        public int At { get; set; }
    }
}

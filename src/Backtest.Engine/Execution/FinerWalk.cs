namespace Backtest.Engine;

/// <summary>
/// Takes the bars of a turn through the finer bars inside them, in the order of their ends: orders meet each as they would meet a bar. A bar
/// without finer ones is met as a whole, within it ahead of the others, since nobody knows when.
/// </summary>
internal sealed class FinerWalk(
    FinerPlaces finer, WorkingOrders working, BarOpening opening, BarMatching matching, BuyingPower buyingPower, FirstTouch touch, OrderTransit transit,
    int instruments)
{
    private readonly Step[] _steps = new Step[instruments];
    private readonly FillBar[] _bars = new FillBar[instruments]; // what each meets next
    private readonly int[] _openingInstruments = new int[instruments]; // those whose bars open now
    private readonly FillBar[] _openingBars = new FillBar[instruments];
    private int _count;

    /// <summary>Begins a turn.</summary>
    public void Begin() => _count = 0;

    /// <summary>Adds a bar of the turn.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="row">Its row.</param>
    public void Add(int instrument, in FillBar bar, int row)
    {
        FinerSeries? series = finer.Of(instrument);
        (int from, int to) = series?.Rows(row) ?? (0, 0);
        _steps[_count] = new Step(instrument, bar, from == to ? null : series, from, to) { At = from };
        _bars[_count++] = Meet(_steps[_count - 1]);
    }

    /// <summary>The last of the finer bars inside a bar, or itself.</summary>
    public FillBar Last(int instrument, in FillBar bar, int row)
    {
        if (finer.Of(instrument) is not { } series)
            return bar;
        (int from, int to) = series.Rows(row);
        return from == to ? bar : bar.Part(series.Bars, to - 1, to - from, isLast: true);
    }

    /// <summary>Fills what the bars meet.</summary>
    public void Take(IExecutionEvents events)
    {
        // All bars of the turn open together, so that what closes at the open pays for what opens there.
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

    /// <summary>Opens the finer bars that end at a time, all but the first of each bar; of no time, the first of each.</summary>
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

    /// <summary>Passes over finer bars that do nothing, and has trailing stops follow them.</summary>
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

    /// <summary>How far one instrument is.</summary>
    private record struct Step(int Instrument, FillBar Whole, FinerSeries? Series, int From, int To)
    {
        /// <summary>The finer row that is next.</summary>
        public int At { get; set; }
    }
}

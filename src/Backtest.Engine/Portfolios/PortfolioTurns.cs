using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The turns one portfolio takes, and the bars it sees in them: instruments it neither trades nor reads do not exist for it. It takes a turn when an
/// instrument that one of its strategies works on has a bar, when a longer bar it decides on or a bar its classifier reads ends, when something in
/// the portfolio is due, and at the run's last turn.
/// </summary>
public sealed class PortfolioTurns
{
    private readonly TradingDays _days;
    private readonly Func<long, bool>? _isDue;
    private readonly bool[] _trades; // by the index of the series, the finest
    private readonly bool[] _goesBy; // by the index of the series, all
    private readonly bool _tradesAll;
    private readonly bool _seesAll; // and uses no other bars: the common case
    private readonly bool _goesByFinest;
    private readonly bool _goesByHigher;
    private readonly TurnBar[] _bars;
    private readonly TurnBar[] _others;
    private long _taken = -1;

    /// <param name="series">The bars.</param>
    /// <param name="strategies">The portfolio's strategies.</param>
    /// <param name="classifier">The classifier above it; <see langword="null"/> if there is none.</param>
    /// <param name="isDue">Whether anything in the portfolio is due by a time, UTC ticks; <see langword="null"/> if nothing ever is.</param>
    internal PortfolioTurns(
        RunSeries series, IReadOnlyList<StrategyGroup> strategies, ClassifierRunner? classifier, Func<long, bool>? isDue = null)
    {
        _isDue = isDue;
        int finest = series.Finest.Count;
        int all = finest + series.Higher.Count;
        _trades = new bool[finest];
        for (int i = 0; i < finest; i++)
            _trades[i] = strategies.Any(strategy => strategy.WorksOn(i));
        _goesBy = new bool[all];
        for (int i = 0; i < all; i++)
            _goesBy[i] = !(i < finest && _trades[i]) && (strategies.Any(strategy => strategy.DecidesOn(i)) || Reads(classifier, i));
        _tradesAll = _trades.All(trades => trades);
        _goesByFinest = _goesBy.AsSpan(0, finest).Contains(true);
        _goesByHigher = _goesBy.AsSpan(finest).Contains(true);
        _seesAll = _tradesAll && !_goesByFinest && !_goesByHigher;
        _bars = new TurnBar[finest];
        _others = new TurnBar[all];
        Traded = [.. series.Finest.Where((_, i) => _trades[i])];
        GoneBy = [.. series.Finest.Concat(series.Higher.Select(higher => higher.Bars)).Where((_, i) => _goesBy[i])];
        Sources = [.. Traded.Select(series.Source)];
        _days = new TradingDays(Sources);
    }

    /// <summary>The finest bars of the instruments traded; at least one.</summary>
    internal IReadOnlyList<BarSeries> Traded { get; }

    /// <summary>The bars it decides or classifies on, but does not trade on.</summary>
    internal IReadOnlyList<BarSeries> GoneBy { get; }

    /// <summary>The sources of the bars traded on.</summary>
    internal IReadOnlyList<SourceSeries> Sources { get; }

    /// <summary>The calendar shared by the instruments; <see langword="null"/> if they do not share one.</summary>
    internal ITradingCalendar? Calendar => _days.Calendar;

    /// <summary>Whether a strategy works on an instrument.</summary>
    internal bool Trades(int instrument) => instrument < _trades.Length && _trades[instrument];

    /// <summary>Takes a turn of a chunk, if the portfolio takes part in it. Turns may only go forward.</summary>
    /// <param name="chunk">The current chunk.</param>
    /// <param name="index">The turn in the chunk.</param>
    /// <param name="turn">The turn as the portfolio sees it, valid until the next is taken.</param>
    /// <returns>Whether the portfolio takes it.</returns>
    public bool TryTake(BarChunk chunk, int index, out Turn turn)
    {
        ReadOnlySpan<TurnBar> bars = chunk.Bars(index);
        if (_seesAll && !bars.IsEmpty)
        {
            turn = new Turn(chunk, index, bars, [], NextDay(chunk, index, bars));
            return true;
        }

        int others = _goesByFinest ? Keep(bars, _goesBy, _others, 0) : 0;
        if (!_tradesAll)
            bars = _bars.AsSpan(0, Keep(bars, _trades, _bars, 0));
        if (_goesByHigher)
            others = Keep(chunk.HigherBars(index), _goesBy, _others, others);
        // Each of these is a reason to take the turn: a bar that trades, a bar to decide on, the end of the run, something due. A turn that was taken
        // remains so when it is requested again after a fault, even if nothing is due any more.
        long number = chunk.FirstTurn + index;
        bool isTaken = !bars.IsEmpty || others > 0 || chunk.IsLastTurn(index) || number == _taken || _isDue?.Invoke(chunk.End(index)) == true;
        if (!isTaken)
        {
            turn = default;
            return false;
        }

        _taken = number;
        turn = new Turn(chunk, index, bars, _others.AsSpan(0, others), NextDay(chunk, index, bars));
        return true;
    }

    /// <summary>
    /// Adds turns to a stretch, up to one that is taken without a bar of a traded instrument. Nothing advances until the stretch is passed.
    /// </summary>
    /// <param name="stretch">A stretch that has just begun.</param>
    /// <param name="to">The turn at which to end, exclusive. Before it, nothing in the portfolio is due.</param>
    internal void Fill(QuietStretch stretch, int to)
    {
        BarChunk chunk = stretch.Chunk!;
        if (chunk.IsAligned && _days.IsUniform)
        {
            FillAligned(stretch, to);
            return;
        }

        int day = _days.Day;
        for (int turn = stretch.From; turn < to && stretch.Count < QuietStretch.MostRows; turn++)
        {
            ReadOnlySpan<TurnBar> bars = _tradesAll ? chunk.Bars(turn) : _bars.AsSpan(0, Keep(chunk.Bars(turn), _trades, _bars, 0));
            if (!bars.IsEmpty)
            {
                day = _days.After(day, chunk.End(turn), _days.GoesByBars ? LatestDay(chunk, bars) : null);
                stretch.Add(turn, day);
            }
            else if (GoesByAny(chunk, turn))
            {
                return;
            }
            else
            {
                stretch.PassTo(turn + 1);
            }
        }
    }

    /// <summary>Does the same for a chunk in which every series has a bar in each turn and all bars of a turn share a day.</summary>
    private void FillAligned(QuietStretch stretch, int to)
    {
        stretch.AddAligned(Math.Min(to - stretch.From, QuietStretch.MostRows));
        int rows = stretch.Count;
        _days.Fill(stretch.Chunk!.Ends(stretch.From, rows), Traded[0].Day.AsSpan(stretch.From, rows), stretch.Days);
    }

    /// <summary>Advances past a stretch.</summary>
    internal void Pass(QuietStretch stretch) => _days.PassTo(stretch.Days[^1]);

    /// <summary>Whether a bar the portfolio uses without trading on it ends in a turn.</summary>
    private bool GoesByAny(BarChunk chunk, int turn)
    {
        if (!_goesByFinest && !_goesByHigher)
            return false;
        return Keep(chunk.Bars(turn), _goesBy, _others, 0) + Keep(chunk.HigherBars(turn), _goesBy, _others, 0) > 0;
    }

    private int NextDay(BarChunk chunk, int index, ReadOnlySpan<TurnBar> bars) =>
        _days.Next(chunk.End(index), bars.IsEmpty || !_days.GoesByBars ? null : LatestDay(chunk, bars));

    private int LatestDay(BarChunk chunk, ReadOnlySpan<TurnBar> bars)
    {
        if (_days.IsUniform)
            bars = bars[..1];
        int latest = 0;
        foreach (TurnBar bar in bars)
            latest = Math.Max(latest, chunk.Series[bar.Series].Day[bar.Row]);
        return latest;
    }

    /// <summary>Copies the wanted bars.</summary>
    /// <returns>The number of copied bars, including those before.</returns>
    private static int Keep(ReadOnlySpan<TurnBar> bars, bool[] wanted, TurnBar[] kept, int count)
    {
        foreach (TurnBar bar in bars)
        {
            if (bar.Series < wanted.Length && wanted[bar.Series])
                kept[count++] = bar;
        }

        return count;
    }

    /// <summary>Whether a classifier reads a series for this portfolio: the series of its reference, or of a traded instrument.</summary>
    private bool Reads(ClassifierRunner? classifier, int series) =>
        classifier?.Column(series) is { } column && (classifier.Market is not null || _trades[column.Series.Instrument.Index]);
}

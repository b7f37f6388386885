using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The finer bars behind the bars of one instrument in the chunk in flight. A bar that they do not make up has none: it alone is trusted, for
/// decisions and marks go by it.
/// </summary>
internal sealed class FinerSeries : IDisposable
{
    private const int RowsAtOnce = 1024;

    private readonly Func<IBarReader> _open;
    private readonly bool _hasSides;
    private int[] _first = []; // by row of the whole bars: the row of the first finer bar, and how many there are
    private int[] _count = [];
    private int _next; // the first finer row that is not behind a whole bar yet
    private IBarReader? _reader;
    private bool _isRead;

    /// <summary>The finer bars of a series.</summary>
    /// <param name="whole">The bars that are traded.</param>
    /// <param name="finer">What the finer ones are.</param>
    /// <param name="open">Begins to read them.</param>
    public FinerSeries(BarSeries whole, SourceSeries finer, Func<IBarReader> open)
    {
        Whole = whole;
        _open = open;
        Bars = new BarSeries(whole.Instrument, finer.Timeframe, whole.Index, finer.HasVolume, finer.HasQuotes);
        _hasSides = finer.HasQuotes && whole is { Bid: not null, Ask: not null };
    }

    /// <summary>The bars they are behind.</summary>
    public BarSeries Whole { get; }

    /// <summary>Whether the bars have bid and ask, and the finer ones have not.</summary>
    public bool LacksSides => !_hasSides && Whole is { Bid: not null, Ask: not null };

    /// <summary>How many of them are in a bar, at most.</summary>
    public long RowsPerRow => 1 + (Whole.Timeframe.Ticks / Bars.Timeframe.Ticks);

    /// <summary>The finer bars at hand.</summary>
    public BarSeries Bars { get; }

    /// <summary>How many bars they make up.</summary>
    public FinerTally Tally { get; } = new();

    /// <summary>The finer rows behind a bar; none: they do not make it up.</summary>
    public (int From, int To) Rows(int row) => (_first[row], _first[row] + _count[row]);

    /// <summary>Reads on to the end of the bars in the chunk.</summary>
    public void Advance()
    {
        Bars.Keep(Bars.Count - _next);
        _next = 0;
        if (_first.Length < Whole.Count)
        {
            _first = new int[Whole.Start.Length];
            _count = new int[Whole.Start.Length];
        }

        for (int row = 0; row < Whole.Count; row++)
            (_first[row], _count[row]) = Behind(row);
    }

    public void Dispose() => _reader?.Dispose();

    private (int First, int Count) Behind(int row)
    {
        (long start, long end) = (Whole.Start[row], Whole.End[row]);
        while (HasNext() && Bars.Start[_next] < start)
            _next++;
        int first = _next;
        while (HasNext() && Bars.End[_next] <= end)
            _next++;
        if (_next == first)
        {
            Tally.AddMissing(start);
            return (first, 0);
        }

        if (!FinerPrices.MakeUp(Whole, row, Bars, first, _next, _hasSides))
        {
            Tally.AddDifferent(start);
            return (first, 0);
        }

        // The bar begins with the first of them and ends with the last, whenever these began to trade.
        (Bars.Start[first], Bars.End[_next - 1]) = (start, end);
        Tally.Add();
        return (first, _next - first);
    }

    /// <summary>Whether another finer bar is there, which is read if need be.</summary>
    private bool HasNext()
    {
        if (_next == Bars.Count && !_isRead)
            _isRead = (_reader ??= _open()).Read(Bars, RowsAtOnce) == 0;
        return _next < Bars.Count;
    }
}

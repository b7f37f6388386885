using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The finer bars inside the bars of one instrument, for the current chunk. A bar that they do not make up is treated as having none: only the bar
/// itself is trusted, because decisions and marks use it.
/// </summary>
internal sealed class FinerSeries : IDisposable
{
    private const int RowsAtOnce = 1024;

    private readonly Func<IBarReader> _open;
    private readonly bool _hasSides;
    private int[] _first = []; // by row of the whole bars: the row of the first finer bar, and the number of finer bars
    private int[] _count = [];
    private int _next; // the first finer row that is not yet assigned to a whole bar
    private IBarReader? _reader;
    private bool _isRead;

    /// <summary>Creates the finer bars of a series.</summary>
    /// <param name="whole">The bars that are traded.</param>
    /// <param name="finer">The description of the finer bars.</param>
    /// <param name="open">Opens a reader of the finer bars.</param>
    public FinerSeries(BarSeries whole, SourceSeries finer, Func<IBarReader> open)
    {
        Whole = whole;
        _open = open;
        Bars = new BarSeries(whole.Instrument, finer.Timeframe, whole.Index, finer.HasVolume, finer.HasQuotes);
        _hasSides = finer.HasQuotes && whole is { Bid: not null, Ask: not null };
    }

    /// <summary>The bars that contain the finer ones.</summary>
    public BarSeries Whole { get; }

    /// <summary>Whether the bars have bid and ask but the finer bars do not.</summary>
    public bool LacksSides => !_hasSides && Whole is { Bid: not null, Ask: not null };

    /// <summary>The maximum number of finer bars in a bar.</summary>
    public long RowsPerRow => 1 + (Whole.Timeframe.Ticks / Bars.Timeframe.Ticks);

    /// <summary>The current finer bars.</summary>
    public BarSeries Bars { get; }

    /// <summary>Counts the bars that the finer bars make up.</summary>
    public FinerTally Tally { get; } = new();

    /// <summary>The finer rows inside a bar; empty if they do not make it up.</summary>
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

        // The first finer bar is set to begin with the bar and the last to end with it, whenever trading in them began and ended.
        (Bars.Start[first], Bars.End[_next - 1]) = (start, end);
        Tally.Add();
        return (first, _next - first);
    }

    /// <summary>Whether there is another finer bar; reads more if necessary.</summary>
    private bool HasNext()
    {
        if (_next == Bars.Count && !_isRead)
            _isRead = (_reader ??= _open()).Read(Bars, RowsAtOnce) == 0;
        return _next < Bars.Count;
    }
}

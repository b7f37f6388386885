using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// A stretch of time in flight: each series' bars as columns, and the turns they make. Only whole turns are in a chunk, and no result
/// depends on how long it is.
/// </summary>
[Event(Stage.Bar)]
public sealed class BarChunk
{
    private readonly BarSeries[] _series;
    private TurnBar[] _bars = new TurnBar[64];
    private int[] _offsets = new int[65];
    private long[] _ends = new long[64];
    private int _alignedTurns;

    /// <summary>A chunk over the series of a run.</summary>
    public BarChunk(IReadOnlyList<BarSeries> series) => _series = [.. series];

    /// <summary>The series, by the index of their instruments.</summary>
    public ReadOnlySpan<BarSeries> Series => _series;

    /// <summary>How many turns there are.</summary>
    public int TurnCount { get; private set; }

    /// <summary>The number in the run of the first turn, from 0.</summary>
    public long FirstTurn { get; private set; }

    /// <summary>Whether no chunk follows.</summary>
    public bool IsLast { get; internal set; }

    /// <summary>How many bars there are in all turns.</summary>
    public int BarCount { get; private set; }

    /// <summary>The decision time of a turn: the end of its bars, UTC ticks.</summary>
    public long End(int turn) => _ends[turn];

    /// <summary>The bars of a turn, in ordinal order of symbols.</summary>
    public ReadOnlySpan<TurnBar> Bars(int turn)
    {
        int from = _offsets[turn];
        return _bars.AsSpan(from, _offsets[turn + 1] - from);
    }

    internal void Advance()
    {
        FirstTurn += TurnCount;
        TurnCount = 0;
        BarCount = 0;
        foreach (BarSeries series in _series)
            series.Advance();
    }

    /// <summary>Makes turns at which every series has a bar, its rows in step; those made for an earlier chunk are still there.</summary>
    internal void AlignTurns(ReadOnlySpan<long> ends)
    {
        while (_ends.Length < ends.Length)
            GrowTurns();
        while (_bars.Length < ends.Length * _series.Length)
            Array.Resize(ref _bars, _bars.Length * 2);
        for (; _alignedTurns < ends.Length; _alignedTurns++)
        {
            int first = _alignedTurns * _series.Length;
            for (int s = 0; s < _series.Length; s++)
                _bars[first + s] = new TurnBar(s, _alignedTurns);
            _offsets[_alignedTurns + 1] = first + _series.Length;
        }

        ends.CopyTo(_ends);
        TurnCount = ends.Length;
        BarCount = ends.Length * _series.Length;
    }

    internal void Add(TurnBar bar)
    {
        if (BarCount == _bars.Length)
            Array.Resize(ref _bars, BarCount * 2);
        _bars[BarCount++] = bar;
    }

    internal void CloseTurn(long end)
    {
        if (TurnCount == _ends.Length)
            GrowTurns();
        _ends[TurnCount++] = end;
        _offsets[TurnCount] = BarCount;
        _alignedTurns = 0;
    }

    private void GrowTurns()
    {
        int capacity = _ends.Length * 2;
        Array.Resize(ref _ends, capacity);
        Array.Resize(ref _offsets, capacity + 1);
    }
}

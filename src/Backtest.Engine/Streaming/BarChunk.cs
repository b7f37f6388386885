using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// A stretch of time in flight: each series' bars as columns, and the turns they make. Only whole turns are in a chunk, and no result
/// depends on how long it is.
/// </summary>
[Event(Stage.Bar)]
public sealed class BarChunk
{
    private readonly List<TurnBar> _bars = [];
    private readonly List<int> _offsets = [0];
    private readonly List<long> _ends = [];

    /// <summary>A chunk over the series of a run.</summary>
    public BarChunk(IReadOnlyList<BarSeries> series) => Series = [.. series];

    /// <summary>The series, by the index of their instruments.</summary>
    public IReadOnlyList<BarSeries> Series { get; }

    /// <summary>How many turns there are.</summary>
    public int TurnCount => _ends.Count;

    /// <summary>The number in the run of the first turn, from 0.</summary>
    public long FirstTurn { get; private set; }

    /// <summary>Whether no chunk follows.</summary>
    public bool IsLast { get; internal set; }

    /// <summary>How many bars there are in all turns.</summary>
    public int BarCount => _bars.Count;

    /// <summary>The decision time of a turn: the end of its bars, UTC ticks.</summary>
    public long End(int turn) => _ends[turn];

    /// <summary>The bars of a turn, in ordinal order of symbols.</summary>
    public ReadOnlySpan<TurnBar> Bars(int turn) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bars)[_offsets[turn].._offsets[turn + 1]];

    internal void Advance()
    {
        FirstTurn += TurnCount;
        _bars.Clear();
        _ends.Clear();
        _offsets.Clear();
        _offsets.Add(0);
        foreach (BarSeries series in Series)
            series.Advance();
    }

    internal void Add(TurnBar bar) => _bars.Add(bar);

    internal void CloseTurn(long end)
    {
        _ends.Add(end);
        _offsets.Add(_bars.Count);
    }
}

using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One decision time: the bars that end at it.</summary>
[Event(Stage.Bar)]
public readonly ref struct Turn
{
    private readonly BarChunk _chunk;
    private readonly int _index;

    /// <summary>A turn of a chunk.</summary>
    public Turn(BarChunk chunk, int index)
    {
        _chunk = chunk;
        _index = index;
        Bars = chunk.Bars(index);
        End = chunk.End(index);
    }

    /// <summary>The bars that end at this time, in ordinal order of symbols; at least one.</summary>
    public ReadOnlySpan<TurnBar> Bars { get; }

    /// <summary>The decision time, UTC ticks.</summary>
    public long End { get; }

    /// <summary>The number of the turn in the run, from 0.</summary>
    public long Number => _chunk.FirstTurn + _index;

    /// <summary>Whether no turn follows in the run.</summary>
    public bool IsLast => _chunk.IsLast && _index == _chunk.TurnCount - 1;

    /// <summary>The trading day, as a day number in the data's zone.</summary>
    public int Day => Series(Bars[0].Series).Day[Bars[0].Row];

    /// <summary>The label of the turn's first bar: its start, UTC ticks.</summary>
    public long Label => Series(Bars[0].Series).Start[Bars[0].Row];

    /// <summary>The series of this index.</summary>
    public BarSeries Series(int index) => _chunk.Series[index];
}

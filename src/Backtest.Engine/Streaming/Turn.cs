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

    /// <summary>The finest bars that end at this time, in ordinal order of symbols; none where only bars of higher timeframes do.</summary>
    public ReadOnlySpan<TurnBar> Bars { get; }

    /// <summary>The bars of higher timeframes that end at this time, in ordinal order of symbols, then from the shortest to the longest.</summary>
    public ReadOnlySpan<TurnBar> HigherBars => _chunk.HigherBars(_index);

    /// <summary>The decision time, UTC ticks.</summary>
    public long End { get; }

    /// <summary>The number of the turn in the run, from 0.</summary>
    public long Number => _chunk.FirstTurn + _index;

    /// <summary>Whether no turn follows in the run.</summary>
    public bool IsLast => _chunk.IsLast && _index == _chunk.TurnCount - 1;

    /// <summary>The trading day, as a day number in the data's zone.</summary>
    public int Day => _chunk.Day(_index);

    /// <summary>The label of the turn's first bar: its start, UTC ticks.</summary>
    public long Label
    {
        get
        {
            TurnBar first = Bars.IsEmpty ? HigherBars[0] : Bars[0];
            return Series(first.Series).Start[first.Row];
        }
    }

    /// <summary>The series of this index.</summary>
    public BarSeries Series(int index) => _chunk.Series[index];
}

namespace Backtest.Engine;

/// <summary>Announces the close of a turn, once every order of the turn is placed, if anything fills at it.</summary>
[Reads<OrderExecution>]
[Reads<OrderGate>]
public sealed class ClosingSession
{
    private readonly bool _fillsAtClose;
    private readonly bool _closesAtEnd;
    private readonly FlatTimes _flat;

    internal ClosingSession(ExecutionConfig rules)
    {
        _fillsAtClose = rules.FillsAtClose;
        _closesAtEnd = rules.ClosesAtEnd;
        _flat = rules.Flat;
    }

    /// <summary>Emits the close of the turn.</summary>
    public void OnBar(in Turn turn, IClosingEvents closings)
    {
        bool isFlat = _flat.Has(turn.End);
        bool closesAll = isFlat || (turn.IsLast && _closesAtEnd);
        if (closesAll || _fillsAtClose)
            closings.Emit(new ClosingEvent(new DateTime(turn.End, DateTimeKind.Utc), closesAll, isFlat));
    }

    /// <summary>The first turn of a chunk at which everything is closed although the run continues; the end of the range if there is none.</summary>
    internal int Next(BarChunk chunk, int from, int to) => from < to ? Math.Min(to, chunk.TurnAt(_flat.Next(chunk.End(from)))) : to;
}

namespace Backtest.Engine;

/// <summary>Announces the close of a turn, where something fills at it, once every order of the turn is placed.</summary>
[Reads<OrderExecution>]
[Reads<OrderGate>]
public sealed class ClosingSession
{
    private readonly bool _fillsAtClose;
    private readonly bool _closesAtEnd;

    internal ClosingSession(ExecutionConfig rules)
    {
        _fillsAtClose = rules.FillsAtClose;
        _closesAtEnd = rules.ClosesAtEnd;
    }

    /// <summary>Emits that the turn closes.</summary>
    public void OnBar(in Turn turn, IClosingEvents closings)
    {
        bool endsRun = turn.IsLast && _closesAtEnd;
        if (endsRun || _fillsAtClose)
            closings.Emit(new ClosingEvent(new DateTime(turn.End, DateTimeKind.Utc), endsRun));
    }
}

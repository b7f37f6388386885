namespace Backtest.Engine;

/// <summary>Fills at the close of the turn, where that is how the run fills, once every order of the turn is placed.</summary>
[Reads<OrderExecution>(ReadTime.Settled)]
[Reads<Market>]
public sealed class ClosingSession
{
    private readonly OrderExecution _execution;

    internal ClosingSession(OrderExecution execution) => _execution = execution;

    /// <summary>Fills what was placed in the turn.</summary>
    public void OnBar(in Turn turn, IExecutionEvents events) => _execution.FillAtClose(turn, events);
}

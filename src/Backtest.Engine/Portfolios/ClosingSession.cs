namespace Backtest.Engine;

/// <summary>Fills at the close of the turn, where that is how the run fills, once every order of the turn is placed.</summary>
[Reads<WorkingOrders>(ReadTime.Settled)]
[Reads<Market>]
public sealed class ClosingSession
{
    private readonly WorkingOrders _orders;

    internal ClosingSession(WorkingOrders orders) => _orders = orders;

    /// <summary>Fills what was placed in the turn.</summary>
    public void OnBar(in Turn turn, IExecutionEvents events) => _orders.FillAtClose(turn, events);
}

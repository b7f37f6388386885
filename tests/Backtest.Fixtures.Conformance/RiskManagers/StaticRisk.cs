namespace Backtest.Fixtures;

/// <summary>Counts its orders for all portfolios together.</summary>
[RiskManager("static-risk", Description = "Counts its orders for all portfolios together.")]
public sealed partial class StaticRisk
{
    private static int s_orders;

    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, 1 + (++s_orders % 50));
        }
    }
}

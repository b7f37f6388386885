namespace Backtest.Fixtures;

/// <summary>Copies its signals in every turn that has any.</summary>
[RiskManager("wasteful-risk", Description = "Copies its signals.")]
public sealed partial class WastefulRisk
{
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (SignalEvent signal in turn.Signals.ToArray())
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, 1);
        }
    }
}

namespace Backtest.Fixtures;

/// <summary>Sizes at random.</summary>
[RiskManager("chance-risk", Description = "Sizes by chance.")]
public sealed partial class ChanceRisk
{
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
            orders.Place(signal, Random.Shared.Next(1, 1000));
    }
}

namespace Backtest.Fixtures;

/// <summary>Closes positions while equity is below its peak, but claims that it need not be called at quiet turns.</summary>
[RiskManager("dozing-risk", Description = "Closes what is held below the peak of equity.")]
public sealed partial class DozingRisk
{
    private double _peak;

    public void OnTurn(in RiskTurn turn, IOrders orders)
    {
        _peak = Math.Max(_peak, turn.Portfolio.Equity);
        if (turn.Portfolio.Equity >= _peak)
            return;
        foreach (Instrument instrument in turn.Portfolio.Held)
            orders.Reduce(instrument, 1, "below the peak");
    }

    public int Next(in QuietTurns turns) => turns.Count;

    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, 10);
        }
    }
}

namespace Backtest.Fixtures;

/// <summary>Sizes by a range that is not known yet.</summary>
[RiskManager("hasty-risk", Description = "Sizes by range.")]
public sealed partial class HastyRisk
{
    [Parameter(Min = 0, ExclusiveMin = true, Max = 0.1, Description = "The share of equity at risk.")]
    public double Share { get; init; } = 0.01;

    [Indicator<AverageTrueRange>(14)]
    private partial PerSymbol<double> Range { get; }

    public void OnTurn(in RiskTurn turn, IOrders orders)
    {
        if (turn.Portfolio.Equity > 0.9 * (double)turn.Portfolio.Capital)
            return;
        foreach (Instrument instrument in turn.Portfolio.Held)
            orders.Reduce(instrument, 1, "loss");
    }

    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Exit)
                continue;
            double range = Range[signal.Instrument];
            if (range == 0)
                orders.Veto(signal, "not_ready");
            else
                orders.Place(signal, (decimal)(Share * turn.Portfolio.Equity / range));
        }
    }
}

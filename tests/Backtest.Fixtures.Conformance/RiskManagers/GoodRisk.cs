namespace Backtest.Fixtures;

/// <summary>Obeys every law: sizes by the range and vetoes entries until the range is known.</summary>
[RiskManager("good-risk", Description = "Sizes by range.")]
public sealed partial class GoodRisk
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

    public int Next(in QuietTurns turns)
    {
        int turn = 0;
        while (turn < turns.Count && turns.Equity[turn] > 0.9 * (double)turns.Portfolio.Capital)
            turn++;
        return turn;
    }

    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Exit)
                continue;
            double range = Range[signal.Instrument];
            if (double.IsNaN(range) || range <= 0)
                orders.Veto(signal, "not_ready");
            else
                orders.Place(signal, (decimal)(Share * turn.Portfolio.Equity / range));
        }
    }
}

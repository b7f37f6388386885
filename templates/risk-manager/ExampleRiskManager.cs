using Backtest;

namespace ExampleNamespace;

/// <summary>Puts the same share of equity into every entry, as long as the portfolio borrows nothing.</summary>
[RiskManager("example-id", Description = "The same share of equity for every entry, without borrowing.")]
public sealed partial class ExampleRiskManager
{
    /// <summary>The share of equity an entry takes at full strength.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The share of equity an entry takes at full strength.")]
    public decimal Share { get; init; } = 0.5m;

    /// <summary>Sizes or refuses the entries of a turn; its exits stand already.</summary>
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        PortfolioView portfolio = turn.Portfolio;
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Exit)
                continue;
            decimal value = Share * (decimal)signal.Strength * portfolio.ExactEquity;
            double invested = (portfolio.GrossNotionalWithEntries + (double)value) / portfolio.Equity;
            if (invested > 1)
                orders.Veto(in signal, "fully_invested", invested, threshold: 1);
            else
                orders.Place(in signal, value / ((decimal)portfolio.Close(signal.Instrument) * signal.Instrument.Multiplier));
        }
    }
}

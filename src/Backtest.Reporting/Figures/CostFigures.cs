using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The cost of trading, and the cost at which the run would have broken even.</summary>
/// <param name="Traded">The value of all fills, in money.</param>
/// <param name="Commission">Commissions paid, in money.</param>
/// <param name="Slippage">Money lost relative to the prices before slippage.</param>
/// <param name="GrossProfit">The profit before both: with open positions at the last price, plus costs.</param>
internal sealed record CostFigures(double Traded, double Commission, double Slippage, double GrossProfit)
{
    /// <summary>The cost of each side of a trade, as a fraction of its value, or null without fills.</summary>
    public double? Cost => Traded > 0 ? (Commission + Slippage) / Traded : null;

    /// <summary>
    /// The cost per side, as a fraction of its value, at which nothing would be left: gross profit divided by value traded; null without fills.
    /// </summary>
    public double? BreakEven => Traded > 0 ? GrossProfit / Traded : null;

    /// <summary>Computes the figures of a run.</summary>
    /// <param name="fills">Its fills.</param>
    /// <param name="profit">Its profit after costs.</param>
    /// <param name="multipliers">The multipliers of instruments.</param>
    public static CostFigures Of(IEnumerable<FillRow> fills, double profit, InstrumentMultipliers multipliers)
    {
        double traded = 0;
        double commission = 0;
        double slippage = 0;
        foreach (FillRow fill in fills)
        {
            traded += (double)(fill.Quantity * fill.Price) * multipliers.Of(fill.Symbol);
            commission += (double)fill.Commission;
            slippage += (double)fill.Slippage;
        }

        return new CostFigures(traded, commission, slippage, profit + commission + slippage);
    }
}

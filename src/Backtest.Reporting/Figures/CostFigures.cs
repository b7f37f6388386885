using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What trading cost, and what it could have cost.</summary>
/// <param name="Traded">The value of all fills, in money.</param>
/// <param name="Commission">Money paid for them.</param>
/// <param name="Slippage">Money lost against the prices before slippage.</param>
/// <param name="GrossProfit">What was made before both: profit with open positions at the last price, plus costs.</param>
internal sealed record CostFigures(double Traded, double Commission, double Slippage, double GrossProfit)
{
    /// <summary>What each side of a trade cost, as a fraction of its value; null without a fill.</summary>
    public double? Cost => Traded > 0 ? (Commission + Slippage) / Traded : null;

    /// <summary>The cost of a side, as a fraction of its value, at which nothing would be left: gross profit over value traded; null without
    /// a fill.</summary>
    public double? BreakEven => Traded > 0 ? GrossProfit / Traded : null;

    /// <summary>The figures of a run.</summary>
    /// <param name="fills">Its fills.</param>
    /// <param name="profit">What it made, costs taken off.</param>
    /// <param name="multipliers">What one unit of a price is worth.</param>
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

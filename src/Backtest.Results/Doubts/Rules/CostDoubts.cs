namespace Backtest.Results;

/// <summary>Doubts about the cost of trading.</summary>
internal static class CostDoubts
{
    /// <summary>
    /// The cost of a liquid share per side, spread and fees together, in basis points: the lower end of what studies of institutional trades find
    /// (Frazzini, Israel and Moskowitz, 2018).
    /// </summary>
    private const decimal ModestCost = 5;

    private const decimal NearFactor = 2;

    /// <summary>Trades have no cost.</summary>
    public static Doubt? NoCosts(DoubtFacts facts)
    {
        if (facts.Run.Fills.IsEmpty || !(facts.HasNoSlippage && facts.HasNoCommission))
            return null;
        decimal modest = facts.ValueTraded * ModestCost / 10_000;
        return new Doubt(
            "no_costs",
            "Trading costs nothing",
            $"Neither slippage nor commission is set. {DoubtText.Money(facts.ValueTraded)} was traded; at {ModestCost} basis points a side, that would cost {DoubtText.Money(modest)}. Set execution.slippage and execution.commission.",
            $"{DoubtText.Money(modest)} at {ModestCost} bp",
            Math.Min(modest, Math.Max(0, facts.Profit)));
    }

    /// <summary>Positions exceeded the equity, and the loan was free.</summary>
    public static Doubt? NoFinancing(DoubtFacts facts)
    {
        EquitySeries total = facts.Run.Equity.Total;
        double greatest = 0;
        foreach (double exposure in total.Exposure)
            greatest = double.IsFinite(exposure) ? Math.Max(greatest, exposure) : greatest;
        return greatest <= 1.01 ? null : new Doubt(
            "no_financing",
            "Borrowed money is free",
            $"Positions reached {DoubtText.Of(greatest, "0.0")} times equity, but no interest is charged on borrowed money.",
            $"{DoubtText.Of(greatest, "0.0")} × equity",
            null);
    }

    /// <summary>Costs slightly above those assumed consume all of the profit.</summary>
    public static Doubt? NearBreakEven(DoubtFacts facts)
    {
        if (facts.ValueTraded == 0)
            return null;
        decimal assumed = (facts.Total.Commission + facts.Total.Slippage) / facts.ValueTraded * 10_000;
        decimal breakEven = (facts.Gross + facts.Total.Slippage) / facts.ValueTraded * 10_000;
        return assumed == 0 || breakEven <= 0 || breakEven >= NearFactor * assumed ? null : new Doubt(
            "near_break_even",
            "Slightly higher costs would consume the profit",
            $"Before costs, closed trades made {DoubtText.BasisPoints(breakEven)} of each unit of value traded; the assumed costs are {DoubtText.BasisPoints(assumed)}. At {DoubtText.BasisPoints(breakEven)} a side, nothing would be left.",
            $"breaks even at {DoubtText.BasisPoints(breakEven)}",
            Math.Max(0, facts.Profit));
    }
}

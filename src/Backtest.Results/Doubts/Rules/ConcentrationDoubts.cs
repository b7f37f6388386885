namespace Backtest.Results;

/// <summary>Doubts about a profit that was made in few places.</summary>
internal static class ConcentrationDoubts
{
    private const int Few = 5;
    private const int FewDaysCounted = 10;
    private const double Most = 0.5;
    private const double MostOfOne = 0.8;

    /// <summary>Without the five best trades, half of the profit is gone.</summary>
    public static Doubt? FewTrades(DoubtFacts facts)
    {
        if (facts.Profit <= 0 || facts.Run.Trades.Length <= 2 * Few)
            return null;
        decimal best = facts.Run.Trades.Select(trade => trade.Profit).OrderDescending().Take(Few).Sum();
        double share = (double)(best / facts.Profit);
        return share <= Most ? null : new Doubt(
            "profit_in_few_trades",
            "The profit comes from a few trades",
            $"The {Few} best of {DoubtText.Of(facts.Run.Trades.Length, "N0")} trades made {DoubtText.Money(best)}, {DoubtText.Percent(share)} of the profit of {DoubtText.Money(facts.Profit)}. Without them, {DoubtText.Money(facts.Profit - best)} would be left.",
            DoubtText.Percent(share),
            Math.Min(best, facts.Profit));
    }

    /// <summary>Without the ten best days, half of the profit is gone.</summary>
    public static Doubt? FewDays(DoubtFacts facts)
    {
        if (facts.Profit <= 0)
            return null;
        List<decimal> days = DailyChanges(facts.Run.Equity.Total, (double)facts.Total.InitialCapital);
        if (days.Count <= 10 * FewDaysCounted)
            return null;
        decimal best = days.OrderDescending().Take(FewDaysCounted).Sum();
        double share = (double)(best / facts.Profit);
        return share <= 1 ? null : new Doubt(
            "profit_in_few_days",
            "The profit comes from a few days",
            $"The {FewDaysCounted} best of {DoubtText.Of(days.Count, "N0")} days made {DoubtText.Money(best)}, more than the whole profit of {DoubtText.Money(facts.Profit)}.",
            DoubtText.Percent(share),
            facts.Profit);
    }

    /// <summary>One of several symbols made nearly all of the profit.</summary>
    public static Doubt? OneSymbol(DoubtFacts facts) => OneOf(
        facts, "one_symbol", "The profit comes from one symbol", "symbols", facts.Run.Trades.GroupBy(trade => trade.Symbol));

    /// <summary>One of several regimes made nearly all of the profit.</summary>
    public static Doubt? OneRegime(DoubtFacts facts) => OneOf(
        facts, "one_regime", "The profit comes from one regime", "regimes", facts.Run.Trades.Where(trade => trade.EntryRegime is not null).GroupBy(trade => trade.EntryRegime!));

    /// <summary>Much of the profit is in positions that were never closed.</summary>
    public static Doubt? StillOpen(DoubtFacts facts)
    {
        decimal open = facts.Run.Positions.Sum(position => position.Unrealized);
        double share = facts.Profit > 0 ? (double)(open / facts.Profit) : 0;
        return share <= Most ? null : new Doubt(
            "profit_still_open",
            "The profit is not realized",
            $"{DoubtText.Money(open)} of the profit of {DoubtText.Money(facts.Profit)} is in positions still open at the end, valued at the last close. Set execution.at_end: close to close them.",
            DoubtText.Percent(share),
            Math.Min(open, facts.Profit));
    }

    private static Doubt? OneOf(DoubtFacts facts, string id, string title, string what, IEnumerable<IGrouping<string, TradeRow>> groups)
    {
        (string Name, decimal Profit)[] all = [.. groups.Select(group => (group.Key, group.Sum(trade => trade.Profit))).OrderByDescending(group => group.Item2)];
        decimal total = all.Sum(group => group.Profit);
        if (all.Length < 2 || total <= 0 || (double)(all[0].Profit / total) <= MostOfOne)
            return null;
        return new Doubt(
            id, title,
            $"Of {all.Length} {what}, {all[0].Name} made {DoubtText.Money(all[0].Profit)} of the {DoubtText.Money(total)} that closed trades made; the others together made {DoubtText.Money(total - all[0].Profit)}.",
            $"{all[0].Name}: {DoubtText.Percent((double)(all[0].Profit / total))}",
            Math.Min(all[0].Profit, Math.Max(0, facts.Profit)));
    }

    private static List<decimal> DailyChanges(EquitySeries series, double capital)
    {
        var changes = new List<decimal>();
        double before = capital;
        for (int row = 0; row < series.Count; row++)
        {
            // The last row of a day; rows of a bar that ends at midnight belong to the day before.
            bool isLast = row + 1 == series.Count || series.Times[row + 1].AddTicks(-1).Date != series.Times[row].AddTicks(-1).Date;
            if (!isLast)
                continue;
            changes.Add((decimal)(series.Equity[row] - before));
            before = series.Equity[row];
        }

        return changes;
    }
}

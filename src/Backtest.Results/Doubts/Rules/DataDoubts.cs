namespace Backtest.Results;

/// <summary>Doubts about the data.</summary>
internal static class DataDoubts
{
    /// <summary>Invalid rows were left out.</summary>
    public static Doubt? SkippedRows(DoubtFacts facts)
    {
        DataFile[] files = [.. facts.Run.Manifest.Data.Where(file => file.SkippedRows > 0)];
        long skipped = files.Sum(file => file.SkippedRows);
        long rows = files.Sum(file => file.Rows + file.SkippedRows);
        return skipped == 0 ? null : new Doubt(
            "skipped_rows",
            "Rows of the data were skipped",
            $"{DoubtText.Count(skipped, "row", "rows")} of {DoubtText.Of(rows, "N0")} could not be read and were skipped, in {string.Join(", ", files.Select(file => Path.GetFileName(file.Path)))}. To list them, use backtest data check.",
            DoubtText.Count(skipped, "row", "rows"),
            null);
    }

    /// <summary>Prices jump by the ratio of a split.</summary>
    public static Doubt? SuspectedSplits(DoubtFacts facts) => facts.Bars is not { SuspectedSplits: { Count: > 0 } splits } ? null : new Doubt(
        "suspected_splits",
        "Prices jump as after a split",
        $"On {Figures.Time(splits[0].Start)}, the open of {splits[0].Symbol} differs from the close before by a factor of {DoubtText.Of(splits[0].Ratio, "0.0#")}"
            + $"{(splits.Count > 1 ? $", and there are {splits.Count - 1} more such jumps" : "")}. If it was a split, add it to data.actions, or use adjusted prices.",
        DoubtText.Count(splits.Count, "jump", "jumps"),
        Math.Min(
            DoubtFacts.ProfitOf(facts.Run.Trades.Where(trade => splits.Any(split => split.Symbol == trade.Symbol && split.Start >= trade.EntryBarStart && split.Start <= trade.ExitBarStart))),
            Math.Max(0, facts.Profit)));

    /// <summary>Bars are missing while the run traded.</summary>
    public static Doubt? Gaps(DoubtFacts facts)
    {
        if (facts.Bars is not { Gaps: { Count: > 0 } gaps })
            return null;
        DataGap longest = gaps.MaxBy(gap => gap.To - gap.From);
        return new Doubt(
            "data_gaps",
            "The data has gaps",
            $"{longest.Symbol} has no bar from {Figures.Time(longest.From)} to {Figures.Time(longest.To)}, longer than an exchange stays closed"
                + $"{(gaps.Count > 1 ? $", and there are {gaps.Count - 1} more such gaps" : "")}. Stops could not fill in it, and indicators continue as if it did not exist.",
            DoubtText.Count(gaps.Count, "gap", "gaps"),
            Math.Min(
                DoubtFacts.ProfitOf(facts.Run.Trades.Where(trade => gaps.Any(gap => gap.Symbol == trade.Symbol && gap.From >= trade.EntryTime && gap.To <= trade.ExitTime))),
                Math.Max(0, facts.Profit)));
    }

    /// <summary>Dividends were received, but the comparison is with prices only.</summary>
    public static Doubt? PriceIndex(DoubtFacts facts) => facts.Total.Dividends <= 0 || facts.Bars?.BuyAndHold is not { } held ? null : new Doubt(
        "price_index",
        "Dividends are compared with a price index",
        $"The run received {DoubtText.Money(facts.Total.Dividends)} of dividends, but buying and holding the same symbols is measured by prices only: {DoubtText.Percent(held)} without dividends. Compare with prices that are adjusted for dividends.",
        DoubtText.Money(facts.Total.Dividends),
        Math.Min(facts.Total.Dividends, Math.Max(0, facts.Profit)));

    /// <summary>Ticks or fees per share apply to prices at which nothing was traded.</summary>
    public static Doubt? AdjustedCosts(DoubtFacts facts)
    {
        bool isUnknown = facts.Run.Manifest.Warnings.Any(warning => warning.Code == "unknown_factors");
        return !isUnknown ? null : new Doubt(
            "adjusted_costs",
            "Fees per share on adjusted prices",
            "Prices are adjusted by unknown factors, so ticks and fees per share are based on different prices and quantities than were traded.",
            string.Join(", ", ManifestTree.Sources(facts.Config).Select(source => (string?)source["adjustment"]).OfType<string>().Distinct()) is { Length: > 0 } adjustment ? adjustment : "adjusted",
            null);
    }
}

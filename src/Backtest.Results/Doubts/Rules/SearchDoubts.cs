namespace Backtest.Results;

/// <summary>Doubts about how the run was found.</summary>
internal static class SearchDoubts
{
    /// <summary>
    /// The best of many trials looks good by luck alone: the expected maximum Sharpe ratio of N trials without skill (Bailey and López de Prado,
    /// The Deflated Sharpe Ratio, 2014, their equation 1), with the standard deviation of an estimate over the measured time.
    /// </summary>
    public static Doubt? ManyTrials(DoubtFacts facts)
    {
        if (facts.FamilyTrials is not (> 1 and { } trials) || facts.Total.Sharpe is not { } sharpe || YearsOf(facts) is not (> 0 and { } years))
            return null;
        double luck = MaximumOfNormals.Mean(trials) / Math.Sqrt(years);
        bool isLuck = sharpe <= luck;
        return new Doubt(
            "many_trials",
            isLuck ? "No better than the best of the same number of trials by luck" : "The best of many trials",
            $"{DoubtText.Count(trials, "trial", "trials")} of this family were counted. The best of the same number of trials without skill would be expected to have a Sharpe ratio of {DoubtText.Of(luck, "0.00")} "
                + $"over {DoubtText.Of(years, "0.0")} years (Bailey and López de Prado, 2014); this one has {DoubtText.Of(sharpe, "0.00")}. Test it on data that has not been searched.",
            $"{DoubtText.Of(trials, "N0")} trials",
            isLuck ? Math.Max(0, facts.Profit) : Math.Max(0, facts.Profit) * (decimal)Math.Clamp(luck / sharpe, 0, 1));
    }

    /// <summary>Trials were counted, and all of them used all of the data.</summary>
    public static Doubt? NothingHeldOut(DoubtFacts facts) => facts.FamilyTrials is not > 1 || facts.Config["holdout"] is not null ? null : new Doubt(
        "nothing_held_out",
        "No data was held out",
        "Every trial used the data of this result. Search on an earlier part (data.end), and run the winner once on the rest (data.start).",
        "0 days held out",
        Math.Max(0, facts.Profit));

    /// <summary>The run was not audited for look-ahead.</summary>
    public static Doubt? NeverAudited(DoubtFacts facts) => facts.IsAudited is not false ? null : new Doubt(
        "never_audited",
        "Never audited for look-ahead",
        "No audit has checked whether a plugin uses data it could not know. backtest audit FILE removes and changes the future and reports whether anything before it changes.",
        "no audit on record");

    private static double? YearsOf(DoubtFacts facts)
    {
        EquitySeries total = facts.Run.Equity.Total;
        return total.Count < 2 ? null : (total.Times[^1] - total.Times[0]).TotalDays / 365.25;
    }
}

namespace Backtest.Results;

/// <summary>Finds everything that makes a result doubtful, most serious first.</summary>
public static class RunDoubts
{
    private static readonly IReadOnlyList<Func<DoubtFacts, Doubt?>> Rules =
    [
        SearchDoubts.ManyTrials, SearchDoubts.NothingHeldOut, SearchDoubts.NeverAudited,
        SampleDoubts.FewTrades, SampleDoubts.ManyParameters, SampleDoubts.BuyAndHold, SampleDoubts.Survivors,
        ConcentrationDoubts.FewTrades, ConcentrationDoubts.FewDays, ConcentrationDoubts.OneSymbol, ConcentrationDoubts.OneRegime, ConcentrationDoubts.StillOpen,
        CostDoubts.NoCosts, CostDoubts.NoFinancing, CostDoubts.NearBreakEven,
        FillDoubts.AtTheClose, FillDoubts.AtATouch, FillDoubts.FreeShorts, FillDoubts.LargeShare, FillDoubts.OnSilence, FillDoubts.Ambiguous, FillDoubts.Delisted,
        DataDoubts.SkippedRows, DataDoubts.SuspectedSplits, DataDoubts.Gaps, DataDoubts.PriceIndex, DataDoubts.AdjustedCosts,
    ];

    /// <summary>The doubts about a run, sorted by the profit at risk; where it is unknown, in the order of the rules.</summary>
    public static IReadOnlyList<Doubt> Of(DoubtFacts facts) =>
        [.. Rules.Select(rule => rule(facts)).OfType<Doubt>().OrderByDescending(doubt => doubt.ProfitAtRisk ?? -1)];
}

using System.Globalization;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>How far to believe the winner.</summary>
internal sealed class SignificancePanel : IPanel<SearchContext>
{
    private const int MostBars = 24;

    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        if (context.Experiment.Significance is not { } significance)
            return null;
        var blocks = new List<Block> { new FiguresBlock(Figures(significance)) };
        if (significance.Overfitting is { Logits.Count: > 1 } overfitting)
            blocks.Add(Ranks(overfitting));
        blocks.Add(new NotesBlock(Remarks.Of(context.Experiment.Judgement)) { Title = "What these figures mean, and what they do not" });
        return new ReportSection("significance", "Is it luck?", blocks);
    }

    private static IReadOnlyList<Figure> Figures(Significance significance) =>
    [
        new Figure("deflatedSharpe", "Deflated Sharpe", significance.Deflated.Probability, Format.Percent)
            { Note = $"confidence, after {Written.Count(significance.Trials, "trial", "trials")} of the family" },
        new Figure("probabilisticSharpe", "Probabilistic Sharpe", significance.ProbabilisticSharpe, Format.Percent)
            { Note = "confidence if this had been the only trial" },
        new Figure("overfitting", "Probability of overfitting", significance.Overfitting?.Probability, Format.Percent)
            { Note = significance.Overfitting is { } overfitting ? $"over {Written.Count(overfitting.Splits)} ways to halve the days" : "not available" },
        new Figure("superiorAbility", "Superior ability, p", significance.SuperiorAbility?.Consistent, Format.Precise)
            { Note = significance.SuperiorAbility is { } superior ? $"compared with {Against(superior)}" : "not available" },
        new Figure("minimumTrackRecordYears", "Minimum track record", significance.MinimumTrackRecordYears, Format.Number)
            { Note = "years, for a ratio above 0" },
        new Figure("falseDiscovery", "False discoveries", significance.FalseDiscovery.Observed, Format.Percent)
            { Note = "of strategies that look like this" },
    ];

    private static string Against(SuperiorAbilitySummary superior) =>
        superior.Against == SuperiorAbilitySummary.RiskFreeRate ? "the risk-free rate" : superior.Against;

    /// <summary>The ranks outside of the best inside, as bars of logits; those at or below 0 are the worse half.</summary>
    private static BarsBlock Ranks(OverfittingSummary overfitting)
    {
        double from = overfitting.Logits[0].Logit;
        double width = (overfitting.Logits[^1].Logit - from) / MostBars;
        double[] splits = new double[MostBars];
        foreach (LogitCount logit in overfitting.Logits)
            splits[width > 0 ? Math.Min(MostBars - 1, (int)((logit.Logit - from) / width)) : 0] += logit.Splits;
        return new BarsBlock(
            new TextColumn([.. splits.Select((_, bar) => (from + (width * (bar + 0.5))).ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−'))]),
            [new BarSet("splits", new NumberColumn(splits))], Format.Integer)
        {
            Title = "Rank of the best of one half of the days on the other half",
            Note = "The logit of its rank: 0 is the median trial, and below 0 is the worse half.",
        };
    }
}

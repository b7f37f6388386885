using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The best trial, its surroundings, and the number of trials.</summary>
internal sealed class SearchVerdictPanel : IPanel<SearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        var blocks = new List<Block> { new FiguresBlock(Figures(context)) };
        Remark[] remarks = [.. Remarks(context)];
        if (remarks.Length > 0)
            blocks.Add(new NotesBlock(remarks));
        return new ReportSection("verdict", "Verdict", blocks);
    }

    private static IReadOnlyList<Figure> Figures(SearchContext context)
    {
        StoredExperiment experiment = context.Experiment;
        string name = Words.Title(context.Goal.Name);
        Format format = SearchContext.FormatOf(context.Goal);
        NeighborSummary? near = experiment.Surface?.Neighbors;
        double[] objectives = context.Objectives;
        int faulted = experiment.Trials.Count(trial => trial.Status == TrialStatus.Faulted);
        int pruned = experiment.Trials.Count(trial => trial.Status == TrialStatus.Pruned);
        long? family = (long?)experiment.Document["familyTrials"];
        return
        [
            new Figure("best", $"Best {name}", context.Ranked.Count > 0 ? objectives[0] : null, format)
                { Note = context.Ranked.Count > 0 ? context.WriteParameters(context.Ranked[0]) : "no trial can win" },
            new Figure("median", $"Median {name}", experiment.MedianObjective, format) { Note = "of all trials that can win" },
            new Figure("neighbours", "Its neighbors", near?.Median, format)
                { Note = near is null ? "none are near" : $"median of {Written.Count(near.Count)}; the worst {context.WriteObjective(near.Worst)}" },
            new Figure("keptAdvantage", "Lead that they keep", near?.KeptAdvantage is { } kept ? Math.Clamp(kept, 0, 1) : null, Format.Percent)
                { Note = "of the best trial over the median trial" },
            new Figure("trials", "Trials", experiment.Trials.Count, Format.Integer)
                { Note = $"{Written.Count(context.Ranked.Count)} can win; {Written.Count(faulted)} faulted, {Written.Count(pruned)} pruned" },
            new Figure("familyTrials", "Trials ever", family, Format.Integer) { Note = $"counted in {experiment.Entry.Family}" },
        ];
    }

    private static IEnumerable<Remark> Remarks(SearchContext context)
    {
        if (context.Ranked.Count == 0)
        {
            yield return new Remark(RemarkLevel.Warning, "No winner", "No trial can be ranked: none has a value of the objective.")
            { Fix = "See the status and message of the trials below. With a lower minimum_trades, more of them can win." };
        }

        if (context.Experiment.Trials.FirstOrDefault(trial => trial.Status == TrialStatus.Faulted) is { } faulted)
            yield return new Remark(RemarkLevel.Warning, "Trials faulted", $"The first was trial {faulted.Number}: {faulted.Message}");
        if (context.Experiment.Surface is not { } surface)
            yield break;
        if (surface.Neighbors is { LonelyPeak: true })
        {
            yield return new Remark(RemarkLevel.Warning, "An isolated peak",
                "A small change of the best trial's parameters loses most of its lead, which is typical of luck.");
        }

        foreach (CliffSummary cliff in surface.Cliffs)
        {
            yield return new Remark(RemarkLevel.Information, $"A cliff in {cliff.Parameter}",
                $"From {cliff.From} to {cliff.To} the mean {surface.Objective} changes by {(cliff.Change > 0 ? "+" : "")}{context.WriteObjective(cliff.Change)}.");
        }
    }
}

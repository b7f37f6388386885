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
        NeighbourSummary? near = experiment.Surface?.Neighbours;
        double[] objectives = context.Objectives;
        int faulted = experiment.Trials.Count(trial => trial.Status == TrialStatus.Faulted);
        int pruned = experiment.Trials.Count(trial => trial.Status == TrialStatus.Pruned);
        long? family = (long?)experiment.Document["familyTrials"];
        return
        [
            new Figure("best", $"Best {name}", context.Ranked.Count > 0 ? objectives[0] : null, format)
                { Note = context.Ranked.Count > 0 ? context.WriteParameters(context.Ranked[0]) : "no trial may win" },
            new Figure("median", $"Median {name}", experiment.MedianObjective, format) { Note = "of all trials that may win" },
            new Figure("neighbours", "Its neighbours", near?.Median, format)
                { Note = near is null ? "none is near" : $"median of {Written.Count(near.Count)}; the worst {context.WriteObjective(near.Worst)}" },
            new Figure("keptAdvantage", "Lead they keep", near?.KeptAdvantage is { } kept ? Math.Clamp(kept, 0, 1) : null, Format.Percent)
                { Note = "of the best trial's over the median trial" },
            new Figure("trials", "Trials", experiment.Trials.Count, Format.Integer)
                { Note = $"{Written.Count(context.Ranked.Count)} may win; {Written.Count(faulted)} faulted, {Written.Count(pruned)} pruned" },
            new Figure("familyTrials", "Trials ever", family, Format.Integer) { Note = $"counted in {experiment.Entry.Family}" },
        ];
    }

    private static IEnumerable<Remark> Remarks(SearchContext context)
    {
        if (context.Ranked.Count == 0)
        {
            yield return new Remark(RemarkLevel.Warning, "No winner", "No trial has a figure to be ranked by.")
            { Fix = "See the status and message of the trials below; a lower minimum_trades lets more of them win." };
        }

        if (context.Experiment.Trials.FirstOrDefault(trial => trial.Status == TrialStatus.Faulted) is { } faulted)
            yield return new Remark(RemarkLevel.Warning, "Trials faulted", $"The first was trial {faulted.Number}: {faulted.Message}");
        if (context.Experiment.Surface is not { } surface)
            yield break;
        if (surface.Neighbours is { LonelyPeak: true })
        {
            yield return new Remark(RemarkLevel.Warning, "A lonely peak",
                "A small change of the best trial's parameters loses most of what it is ahead, which is what luck looks like.");
        }

        foreach (CliffSummary cliff in surface.Cliffs)
        {
            yield return new Remark(RemarkLevel.Information, $"A cliff in {cliff.Parameter}",
                $"From {cliff.From} to {cliff.To} the mean {surface.Objective} changes by {(cliff.Change > 0 ? "+" : "")}{context.WriteObjective(cliff.Change)}.");
        }
    }
}

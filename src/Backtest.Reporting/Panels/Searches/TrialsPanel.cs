using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>All trials: the progress of the search, and a table.</summary>
internal sealed class TrialsPanel : IPanel<SearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        if (context.Experiment.Trials.Count == 0)
            return null;
        var blocks = new List<Block>();
        if (context.Ranked.Count > 1)
        {
            TrialResult[] trials = [.. context.Ranked.OrderBy(trial => trial.Number)];
            var leaders = new HashSet<int>();
            double? best = null;
            foreach (TrialResult trial in trials)
            {
                double objective = trial.Objectives[0]!.Value;
                if (best is null || (context.Goal.Maximizes ? objective > best : objective < best))
                {
                    best = objective;
                    leaders.Add(trial.Number);
                }
            }

            blocks.Add(new ScatterBlock(
                new Axis("Trial", NumberColumn.Of(trials, trial => trial.Number), Format.Integer),
                new Axis(Words.Title(context.Goal.Name), NumberColumn.Of(trials, trial => trial.Objectives[0]!.Value), SearchContext.FormatOf(context.Goal)))
            {
                Title = "Over the course of the search",
                Groups = TextColumn.Of(trials, trial => leaders.Contains(trial.Number) ? "best so far" : "others"),
                Names = TextColumn.Of(trials, context.WriteParameters),
            });
            blocks.Add(Histograms.Of([.. context.Objectives.Order()], SearchContext.FormatOf(context.Goal)) with
            { Title = $"Distribution of {Words.Title(context.Goal.Name)}", Note = "Question a best trial that is far from all others." });
        }

        blocks.Add(TrialsTable.Of(context.Experiment));
        return new ReportSection("trials", "Trials", blocks);
    }
}

using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The results of the trials next to the best one.</summary>
internal sealed class NeighborsPanel : IPanel<SearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        if (context.Experiment.Surface?.Neighbors is not { } near || context.Ranked.Count == 0)
            return null;
        TrialResult best = context.Ranked[0];
        var numbers = near.Trials.ToHashSet();
        TrialResult[] rows = [best, .. context.Ranked.Where(trial => numbers.Contains(trial.Number))];
        Format format = SearchContext.FormatOf(context.Goal);
        return new ReportSection("neighbours", "Neighbors of the best",
        [
            new TableBlock("neighbours",
            [
                new("number", "Trial", NumberColumn.Of(rows, trial => trial.Number), Format.Integer),
                .. TrialsTable.Parameters(context.Experiment.Parameters, rows),
                new("objective", Words.Title(context.Goal.Name), NumberColumn.Of(rows, trial => trial.Objectives[0]!.Value), format),
                new("difference", "Difference from the best", NumberColumn.Of(rows, trial => trial.Objectives[0]!.Value - best.Objectives[0]!.Value), format)
                    { IsSigned = true },
            ])
            {
                Title = "The best trial, and those one step away",
                Note = "For parameters with levels, a step is one level of one parameter. Otherwise, these are the nearest trials.",
            },
        ]);
    }
}

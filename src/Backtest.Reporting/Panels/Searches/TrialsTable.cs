using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>Builds columns of trials.</summary>
internal static class TrialsTable
{
    private static readonly string[] Shown = ["total_return", "cagr", "sharpe", "max_drawdown", "trades"];

    /// <summary>All trials with all their figures.</summary>
    public static TableBlock Of(StoredExperiment experiment)
    {
        IReadOnlyList<TrialResult> trials = experiment.Trials;
        return new TableBlock("trials",
        [
            new("number", "Trial", NumberColumn.Of(trials, trial => trial.Number), Format.Integer),
            new("status", "Status", TextColumn.Of(trials, trial => trial.Status.ToString().ToLowerInvariant()), Format.Text) { IsFilter = true },
            .. Parameters(experiment.Parameters, trials),
            .. experiment.Goals.Select((goal, index) => new TableColumn(
                $"objective_{goal.Name}", Words.Title(goal.Name), NumberColumn.Of(trials, trial => trial.Objectives[index] ?? double.NaN),
                SearchContext.FormatOf(goal))),
            .. Metric.All.Where(metric => experiment.Goals.All(goal => goal.Name != metric.Name)).Select(metric => new TableColumn(
                metric.Name, Words.Title(metric.Name), NumberColumn.Of(trials, trial => trial.Metric(metric.Name) ?? double.NaN),
                SearchContext.FormatOf(metric)) { IsDetail = !Shown.Contains(metric.Name) }),
            new("share", "Share of the data", NumberColumn.Of(trials, trial => trial.Share), Format.Percent) { IsDetail = true },
            new("message", "Message", TextColumn.Of(trials, trial => trial.Message), Format.Text)
                { IsDetail = trials.All(trial => trial.Message is null) },
        ])
        { Title = "All trials" };
    }

    /// <summary>The values of searched parameters, one column each; numeric if all values are numbers.</summary>
    public static IEnumerable<TableColumn> Parameters(IReadOnlyList<string> names, IReadOnlyList<TrialResult> trials)
    {
        foreach (string name in names)
        {
            var parameter = SearchedValues.Of(name, trials.Select(trial => trial.Parameters[name]));
            yield return parameter.Numbers is { } numbers
                ? new TableColumn(name, name, new NumberColumn(numbers), Format.Price)
                : new TableColumn(name, name, new TextColumn([.. parameter.Texts]), Format.Text);
        }
    }
}

using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The trials of a search with several objectives that no other trial exceeds in all of them.</summary>
internal sealed class FrontPanel : IPanel<SearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SearchContext context)
    {
        IReadOnlyList<SearchGoal> goals = context.Experiment.Goals;
        if (goals.Count < 2 || context.Experiment.Document["front"] is not JsonArray front || front.Count == 0)
            return null;
        var numbers = front.Select(number => (int)number!).ToHashSet();
        TrialResult[] trials = [.. context.Ranked.Where(trial => trial.Objectives.All(value => value is not null))];
        TrialResult[] best = [.. trials.Where(trial => numbers.Contains(trial.Number))];
        return new ReportSection("front", "Front",
        [
            new ScatterBlock(AxisOf(goals, 0, trials), AxisOf(goals, 1, trials))
            {
                Title = $"{Words.Title(goals[0].Name)} against {Words.Title(goals[1].Name)}",
                Groups = TextColumn.Of(trials, trial => numbers.Contains(trial.Number) ? "front" : "others"),
                Names = TextColumn.Of(trials, trial => $"trial {trial.Number}: {context.WriteParameters(trial)}"),
            },
            new TableBlock("front",
            [
                new("number", "Trial", NumberColumn.Of(best, trial => trial.Number), Format.Integer),
                .. TrialsTable.Parameters(context.Experiment.Parameters, best),
                .. goals.Select((goal, index) => new TableColumn(
                    goal.Name, Words.Title(goal.Name), NumberColumn.Of(best, trial => trial.Objectives[index]!.Value), SearchContext.FormatOf(goal))),
            ])
            { Title = "On the front", Note = "No trial is better than these in one objective without being worse in another." },
        ]);
    }

    private static Axis AxisOf(IReadOnlyList<SearchGoal> goals, int index, TrialResult[] trials) => new(
        Words.Title(goals[index].Name), NumberColumn.Of(trials, trial => trial.Objectives[index]!.Value), SearchContext.FormatOf(goals[index]));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Research;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Experiments;

/// <summary>Shows trials as a table on a terminal.</summary>
internal static class TrialsTableView
{
    private const string NotAvailable = "-";

    private static readonly string[] UsualMetrics = ["total_return", "sharpe", "max_drawdown", "trades"];

    /// <summary>A row for each trial: its number, its parameters, its objectives and a few other figures.</summary>
    public static Table Create(IReadOnlyList<string> parameters, IReadOnlyList<SearchGoal> goals, IEnumerable<TrialResult> trials)
    {
        string[] metrics = [.. UsualMetrics.Except(goals.Select(goal => goal.Name))];
        Table table = Consoles.CreateTable(
            ["trial", .. parameters.Select(Markup.Escape), .. goals.Select(goal => Markup.Escape(goal.Name)), .. metrics]);
        foreach (TableColumn figures in table.Columns)
            figures.Alignment = Justify.Right;
        foreach (TrialResult trial in trials)
        {
            JsonObject values = trial.Parameters;
            table.AddRow(
            [
                trial.Number.ToString(CultureInfo.InvariantCulture),
                .. parameters.Select(parameter => Markup.Escape(Describe(values[parameter]))),
                .. goals.Zip(trial.Objectives, (goal, figure) => Format(goal.Name, figure)),
                .. metrics.Select(name => Format(name, trial.Metric(name))),
            ]);
        }

        return table;
    }

    /// <summary>A value of a searched parameter, as in a run file.</summary>
    public static string Describe(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : value?.ToJsonString() ?? NotAvailable;

    /// <summary>A figure in the format of the metric it is named after; sharpe_period is formatted as sharpe.</summary>
    public static string Format(string name, double? figure) => MetricText.Of(
        Metric.All.Where(metric => name.StartsWith(metric.Name, StringComparison.Ordinal)).MaxBy(metric => metric.Name.Length)?.Name ?? name, figure);
}

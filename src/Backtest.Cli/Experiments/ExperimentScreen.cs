using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Experiments;

/// <summary>The end of an experiment on a screen: its best trials, what surrounds the best one, and how many trials were ever made.</summary>
internal static class ExperimentScreen
{
    private const int Best = 10;
    private const string NotAvailable = "-";

    private static readonly string[] UsualMetrics = ["total_return", "sharpe", "max_drawdown", "trades"];

    public static void Write(TextWriter output, SearchPlan plan, ExperimentResult result)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        int width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, 120);
        if (result.Ranked.Count > 0)
            console.Write(BestTrials(plan, result));
        else
            console.WriteLine("no trial has a figure to be ranked by");
        console.Profile.Width = width;
        console.WriteLine();
        foreach (string finding in result.Findings)
            console.WriteLine(finding);
        console.WriteLine(Counts(result));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"family: {result.Family}; {result.FamilyTrials:N0} trials ever"));
        foreach (string warning in result.Warnings)
            console.MarkupLineInterpolated($"[yellow]warning:[/] {warning}");
        console.WriteLine($"experiment: {result.Folder}");
    }

    private static string Counts(ExperimentResult result)
    {
        string[] counts =
        [
            .. Enum.GetValues<TrialStatus>()
                .Select(status => (Status: status, Count: result.Trials.Count(trial => trial.Status == status)))
                .Where(counted => counted.Count > 0)
                .Select(counted => string.Create(CultureInfo.InvariantCulture, $"{counted.Count:N0} {counted.Status.ToString().ToLowerInvariant()}")),
        ];
        string found = result.Run < result.Trials.Count
            ? string.Create(CultureInfo.InvariantCulture, $"; {result.Trials.Count - result.Run:N0} were done before")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{result.Trials.Count:N0} trials: {string.Join(", ", counts)}{found}");
    }

    private static Table BestTrials(SearchPlan plan, ExperimentResult result)
    {
        string[] metrics = [.. UsualMetrics.Except(plan.Objectives.Select(objective => objective.Name))];
        Table table = Consoles.CreateTable(
            ["Trial", .. plan.Parameters.Select(parameter => Markup.Escape(parameter.Name)), .. plan.Objectives.Select(objective => Markup.Escape(objective.Name)), .. metrics]);
        foreach (TableColumn figures in table.Columns)
            figures.Alignment = Justify.Right;
        foreach (TrialResult trial in result.Ranked.Take(Best))
        {
            JsonObject parameters = trial.Parameters;
            table.AddRow(
            [
                trial.Number.ToString(CultureInfo.InvariantCulture),
                .. plan.Parameters.Select(parameter => Markup.Escape(Describe(parameters[parameter.Name]))),
                .. trial.Objectives.Select(Format),
                .. metrics.Select(name => Format(trial.Metric(name))),
            ]);
        }

        return table;
    }

    private static string Describe(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : value?.ToJsonString() ?? NotAvailable;

    private static string Format(double? figure) => figure is { } value
        ? value.ToString(value == Math.Floor(value) ? "N0" : "G5", CultureInfo.InvariantCulture)
        : NotAvailable;
}

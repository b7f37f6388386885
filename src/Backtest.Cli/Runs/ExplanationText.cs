using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Runs;

/// <summary>Writes explanations as text and as JSON.</summary>
internal static class ExplanationText
{
    private const int Indent = 2;

    /// <summary>Writes an explanation as text, wrapped to the width of the terminal.</summary>
    public static void Write(TextWriter output, StoredRun run, Explanation explanation)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        console.Write(new Text(explanation.Subject, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(new Text($"run {run.Id}"));
        console.WriteLine();
        int width = explanation.Steps.Select(step => step.Kind.Length).DefaultIfEmpty().Max();
        foreach (ExplanationStep step in explanation.Steps)
            Write(console, step, width, 0);
    }

    /// <summary>An explanation as JSON.</summary>
    public static JsonObject ToJson(StoredRun run, Explanation explanation) => new()
    {
        ["run"] = run.Folder,
        ["subject"] = explanation.Subject,
        ["steps"] = ToJson(explanation.Steps),
    };

    private static void Write(IAnsiConsole console, ExplanationStep step, int width, int depth)
    {
        int left = Indent * (depth + 1);
        Grid grid = new Grid().AddColumn(new GridColumn { Padding = new Padding(left, 0, 2, 0), NoWrap = true, Width = width }).AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Text(step.Kind.Replace('_', ' '), new Style(decoration: Decoration.Dim)), new Text(step.Text));
        console.Write(grid);
        int inner = step.Details.Select(detail => detail.Kind.Length).DefaultIfEmpty().Max();
        foreach (ExplanationStep detail in step.Details)
            Write(console, detail, inner, depth + 1);
    }

    private static JsonArray ToJson(IReadOnlyList<ExplanationStep> steps) => [.. steps.Select(step => new JsonObject
    {
        ["kind"] = step.Kind,
        ["time"] = step.Time,
        ["text"] = step.Text,
        ["facts"] = new JsonObject(step.Facts.Select(fact => KeyValuePair.Create(fact.Key, ToJson(fact.Value)))),
        ["steps"] = ToJson(step.Details),
    })];

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth,
        int number => number,
        long number => number,
        decimal number => number,
        double number => double.IsFinite(number) ? number : null,
        DateTime time => time,
        _ => value.ToString(),
    };
}

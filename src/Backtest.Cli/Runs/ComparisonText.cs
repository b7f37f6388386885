using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Runs;

/// <summary>Writes the comparison of two runs as text and as JSON.</summary>
internal static class ComparisonText
{
    private static readonly string[] Shown =
        ["final_equity", "total_return", "cagr", "sharpe", "max_drawdown", "exposure", "turnover", "trades", "win_rate", "profit_factor", "commission", "slippage"];

    /// <summary>Writes the comparison as text.</summary>
    public static void Write(TextWriter output, RunComparison comparison)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Line(console, $"A  {comparison.First.Id}");
        Line(console, $"B  {comparison.Second.Id}");
        Differences(console, "configuration", comparison.Configuration);
        Differences(console, "data", comparison.Data);
        Differences(console, "plugins", comparison.Plugins);
        Differences(console, "containers", comparison.Containers);
        console.WriteLine();
        WriteParting(console, comparison);
        if (comparison.AreSame != true)
            WriteMetrics(console, comparison);
    }

    /// <summary>The comparison as JSON.</summary>
    public static JsonObject ToJson(RunComparison comparison) => new()
    {
        ["first"] = comparison.First.Folder,
        ["second"] = comparison.Second.Folder,
        ["same"] = comparison.AreSame,
        ["configuration"] = ToJson(comparison.Configuration),
        ["data"] = ToJson(comparison.Data),
        ["plugins"] = ToJson(comparison.Plugins),
        ["containers"] = ToJson(comparison.Containers),
        ["parting"] = comparison.Parting is not { } parting ? null : new JsonObject
        {
            ["container"] = parting.Container,
            ["index"] = parting.Index,
            ["time"] = parting.Time,
            ["first"] = ToJson(parting.First),
            ["second"] = ToJson(parting.Second),
            ["fields"] = ToJson(parting.Fields),
            ["before"] = new JsonArray([.. parting.Before.Select(ToJson)]),
        },
        ["metrics"] = new JsonArray([.. comparison.Metrics.Select(pair => new JsonObject
        {
            ["of"] = pair.Of,
            ["metric"] = pair.Metric,
            ["first"] = pair.First,
            ["second"] = pair.Second,
        })]),
    };

    private static void WriteParting(IAnsiConsole console, RunComparison comparison)
    {
        if (comparison.Parting is not { } parting)
        {
            Line(console, comparison.AreSame switch
            {
                true => $"all events are equal: {comparison.First.Manifest.EventStreamHash}",
                false => "the tables are equal, but the hashes of all events differ: one of the runs has no tables, or only equity differs",
                null => "the tables are equal; one of the runs has no hash of its events",
            });
            return;
        }

        Line(console, string.Create(CultureInfo.InvariantCulture, $"they first differ in {parting.Container}, after {parting.Index:N0} equal events:"));
        foreach (RunEvent before in parting.Before)
            Line(console, $"  both  {before}");
        Line(console, $"  A     {parting.First?.ToString() ?? "no further event"}");
        Line(console, $"  B     {parting.Second?.ToString() ?? "no further event"}");
        foreach (ValueDifference field in parting.Fields)
            Line(console, $"        {field.Name}: A {field.First ?? "nothing"}, B {field.Second ?? "nothing"}");
    }

    private static void WriteMetrics(IAnsiConsole console, RunComparison comparison)
    {
        console.WriteLine();
        foreach (IGrouping<string, MetricPair> of in comparison.Metrics.GroupBy(pair => pair.Of))
        {
            if (of.All(pair => pair.First.Equals(pair.Second)))
            {
                Line(console, $"{of.Key}: all figures are equal");
                continue;
            }

            Table table = Consoles.CreateTable(Markup.Escape(of.Key), "A", "B", "B − A");
            foreach (TableColumn figures in table.Columns.Skip(1))
                figures.Alignment = Justify.Right;
            foreach (MetricPair pair in of.Where(pair => Shown.Contains(pair.Metric)))
                table.AddRow(pair.Metric, MetricText.Of(pair.Metric, pair.First), MetricText.Of(pair.Metric, pair.Second), MetricText.Of(pair.Metric, pair.Second - pair.First));
            console.WriteFitted(table);
            console.WriteLine();
        }
    }

    private static void Differences(IAnsiConsole console, string what, IReadOnlyList<ValueDifference> differences)
    {
        if (differences.Count == 0)
            return;
        console.WriteLine();
        Line(console, $"{what}:");
        foreach (ValueDifference difference in differences)
            Line(console, $"  {difference.Name}: A {difference.First ?? "nothing"}, B {difference.Second ?? "nothing"}");
    }

    private static void Line(IAnsiConsole console, string text)
    {
        console.Write(new Text(text));
        console.WriteLine();
    }

    private static JsonArray ToJson(IReadOnlyList<ValueDifference> differences) => [.. differences.Select(difference => new JsonObject
    {
        ["name"] = difference.Name,
        ["first"] = difference.First,
        ["second"] = difference.Second,
    })];

    private static JsonObject? ToJson(RunEvent? one) => one is null ? null : new JsonObject
    {
        ["table"] = one.Table,
        ["sequence"] = one.Sequence,
        ["time"] = one.Time,
        ["fields"] = new JsonObject(one.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))),
    };
}

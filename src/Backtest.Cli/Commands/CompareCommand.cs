using System.CommandLine;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest compare</c>: compares runs.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        RunInput runs = new();
        Argument<string[]> names = new("RUN") { Description = $"The runs, each by {RunInput.Named}.", Arity = new ArgumentArity(2, 12) };
        Option<string?> portfolio = new("--portfolio") { Description = "The portfolio to compare. Default: the total.", HelpName = "NAME" };
        Option<string?> html = Options.Html();
        Option<bool> json = Options.Json();
        Command command = new("compare", "Shows the figures of runs side by side: backtest compare 20260304-0506 latest.") { names, portfolio, html, json };
        runs.AddTo(command);
        command.SetAction(parsed =>
        {
            StoredRun[] opened = [.. parsed.GetRequiredValue(names).Select(name => runs.Open(parsed, name))];
            (string Name, PerformanceMetrics Metrics)[] columns = [.. opened.Select(run => (run.Id, RunsText.MetricsOf(run, parsed.GetValue(portfolio))))];
            if (parsed.GetValue(html) is { } page)
                ComparisonPage.Write(opened, page);
            if (parsed.GetValue(json))
                JsonText.Write(parsed.InvocationConfiguration.Output, ToJson(columns));
            else
                WriteText(parsed.InvocationConfiguration.Output, columns);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteText(TextWriter output, (string Name, PerformanceMetrics Metrics)[] columns)
    {
        // Ids are too long for columns of a terminal.
        foreach ((int place, (string name, _)) in columns.Index())
            output.WriteLine($"{Letter(place)}  {name}");
        output.WriteLine();
        RunsText.WriteComparison(output, [.. columns.Select((column, place) => (Letter(place), column.Metrics))]);

        static string Letter(int place) => ((char)('A' + place)).ToString();
    }

    private static JsonObject ToJson(IEnumerable<(string Name, PerformanceMetrics Metrics)> columns) => new(columns.Select(column => KeyValuePair.Create(
        column.Name, (JsonNode?)new JsonObject(Metric.All.Select(metric => KeyValuePair.Create(metric.Name, (JsonNode?)metric.Of(column.Metrics)))))));
}

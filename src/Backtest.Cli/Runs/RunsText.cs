using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Engine;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Runs;

/// <summary>Writes existing runs as text and as JSON.</summary>
internal static class RunsText
{
    private const string Total = "total";

    /// <summary>Writes a line for each run.</summary>
    public static void WriteList(TextWriter output, RunFolders folders)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        IReadOnlyList<string> all = folders.All;
        if (all.Count == 0)
        {
            output.WriteLine($"there are no runs in {folders.Directory}; use backtest run FILE to create one");
            return;
        }

        Table table = Consoles.CreateTable("run", "status", "return", "drawdown", "trades");
        foreach (TableColumn figures in table.Columns.Skip(2))
            figures.Alignment = Justify.Right;
        foreach (string folder in all)
            table.AddRow(RowOf(folder));
        console.WriteFitted(table);
    }

    /// <summary>The runs as JSON.</summary>
    public static JsonNode ListJson(RunFolders folders) => new JsonArray([.. folders.All.Select(folder =>
    {
        StoredRun run = StoredRun.Open(folder);
        return new JsonObject
        {
            ["id"] = run.Id,
            ["folder"] = run.Folder,
            ["status"] = StatusOf(run),
            ["startedAt"] = run.Manifest.StartedAt,
            ["eventStreamHash"] = run.Manifest.EventStreamHash,
            ["total"] = run.Metrics is { } metrics ? new JsonObject(Metric.All.Select(metric => KeyValuePair.Create(metric.Name, (JsonNode?)metric.Of(metrics.Total)))) : null,
        };
    })]);

    /// <summary>Writes the details of a run.</summary>
    public static void WriteOne(TextWriter output, StoredRun run)
    {
        Manifest manifest = run.Manifest;
        ScreenLines lines = ScreenLines.OfOutput(output);
        output.WriteLine($"{run.Id}, {StatusOf(run)}");
        lines.Write(string.Create(
            CultureInfo.InvariantCulture, $"made {manifest.StartedAt:yyyy-MM-dd HH:mm} UTC in {manifest.ElapsedSeconds:0.0} s; {manifest.BarsProcessed:N0} bars; events {manifest.EventStreamHash ?? "not hashed"}"));
        foreach (DataFile file in manifest.Data)
            lines.Write(string.Create(CultureInfo.InvariantCulture, $"data: {file.Path}, {file.Rows:N0} rows{(file.SkippedRows > 0 ? $", {file.SkippedRows:N0} skipped" : "")}"));
        foreach (RunPlugin plugin in manifest.Plugins)
            lines.Write($"plugin: {plugin.Package} {plugin.Version}, {plugin.Id}");
        lines.Write($"tables: {(run.Tables.Count > 0 ? string.Join(", ", run.Tables) : "none")}");
        foreach (RunFault fault in manifest.Faults)
            lines.Write($"fault: {fault}");
        foreach (RunWarning warning in manifest.Warnings)
            lines.Write($"warning: {warning.Message}");
        if (run.Metrics is { } metrics)
            WriteComparison(output, [.. metrics.Portfolios.Select(portfolio => (portfolio.Key, portfolio.Value)), (Total, metrics.Total)]);
        output.WriteLine($"run: {run.Folder}");
    }

    /// <summary>Writes a comparison of figures, with one column per name.</summary>
    public static void WriteComparison(TextWriter output, IReadOnlyList<(string Name, PerformanceMetrics Metrics)> columns)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table table = Consoles.CreateTable(["", .. columns.Select(column => Markup.Escape(column.Name))]);
        foreach (TableColumn figures in table.Columns.Skip(1))
            figures.Alignment = Justify.Right;
        // Skip metrics that no column has, such as those relative to a benchmark without one.
        foreach (Metric metric in Metric.All.Where(metric => columns.Any(column => metric.Of(column.Metrics) is not null)))
            table.AddRow([metric.Name, .. columns.Select(column => MetricText.Of(metric.Name, metric.Of(column.Metrics)))]);
        console.WriteFitted(table);
    }

    /// <summary>The metrics of a portfolio of a run, or of the total.</summary>
    /// <exception cref="InputException">The run has no metrics, or no such portfolio.</exception>
    public static PerformanceMetrics MetricsOf(StoredRun run, string? portfolio)
    {
        if (run.Metrics is not { } metrics)
            throw new InputException(new InputError("no_metrics", $"{run.Id} ended with signals and has no performance figures") { Fix = "Compare runs that traded." });
        if (portfolio is null or Total)
            return metrics.Total;
        return metrics.Portfolios.GetValueOrDefault(portfolio) ?? throw new InputException(new InputError(
            "unknown_portfolio", $"{run.Id} has no portfolio '{portfolio}'")
        { Fix = $"It has {string.Join(", ", metrics.Portfolios.Keys)}." });
    }

    private static string[] RowOf(string folder)
    {
        try
        {
            StoredRun run = StoredRun.Open(folder);
            PerformanceMetrics? total = run.Metrics?.Total;
            return
            [
                Markup.Escape(run.Id), StatusOf(run), MetricText.Of("total_return", total?.TotalReturn), MetricText.Of("max_drawdown", total?.MaxDrawdown),
                MetricText.Of("trades", total?.Trades),
            ];
        }
        catch (InputException exception)
        {
            return [Markup.Escape(Path.GetFileName(folder)), Markup.Escape(exception.Errors[0].Message), "", "", ""];
        }
    }

    private static string StatusOf(StoredRun run) => run.Manifest.Status.ToString().ToLowerInvariant();
}

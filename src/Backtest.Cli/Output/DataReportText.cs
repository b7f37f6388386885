using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Data.Checking;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Writes the result of a check of bars as text and as JSON.</summary>
internal static class DataReportText
{
    // Symbols beyond this number are only counted.
    private const int ShownSeries = 20;

    public static void Write(TextWriter output, DataReport report)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        console.WriteFitted(CreateSeries(report), names: 2);
        if (report.Series.Count > ShownSeries)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {report.Series.Count - ShownSeries:N0} more"));
        console.WriteLine();
        string looked = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Series.Sum(series => series.Bars):N0} bars of {report.Series.Count:N0} series checked");
        if (report.Findings.Count == 0)
        {
            console.WriteLine($"{looked}: no findings.");
            return;
        }

        console.WriteFitted(CreateFindings(report.Findings));
        console.WriteLine();
        foreach (IGrouping<string, DataFinding> alike in report.Findings.GroupBy(finding => finding.Code))
            console.WriteLine($"{alike.Key}: {alike.First().Fix}");
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{looked}: {report.Findings.Sum(finding => finding.Count):N0} findings."));
    }

    public static JsonObject ToJson(DataReport report) => new()
    {
        ["series"] = new JsonArray(
        [
            .. report.Series.Select(series => new JsonObject
            {
                ["symbol"] = series.Symbol,
                ["timeframe"] = series.Timeframe.ToString(),
                ["calendar"] = series.Calendar,
                ["bars"] = series.Bars,
                ["firstDay"] = Date(series.FirstDay),
                ["lastDay"] = Date(series.LastDay),
            }),
        ]),
        ["findings"] = new JsonArray([.. report.Findings.Select(ToJson)]),
    };

    public static JsonObject ToJson(DataFinding finding) => new()
    {
        ["code"] = finding.Code,
        ["symbol"] = finding.Symbol,
        ["timeframe"] = finding.Symbol is null ? null : finding.Timeframe.ToString(),
        ["file"] = finding.Position.File,
        ["line"] = finding.Position.Line == 0 ? null : finding.Position.Line,
        ["time"] = finding.Time?.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["count"] = finding.Count,
        ["message"] = finding.Message,
        ["fix"] = finding.Fix,
    };

    private static Table CreateSeries(DataReport report)
    {
        Table table = Consoles.CreateTable("Symbol", "Bars of", "Bars", "First day", "Last day", "Calendar");
        table.Columns[2].Alignment = Justify.Right;
        foreach (CheckedSeries series in report.Series.Take(ShownSeries))
            table.AddRow(
                Markup.Escape(series.Symbol),
                series.Timeframe.ToString(),
                series.Bars.ToString("N0", CultureInfo.InvariantCulture),
                Date(series.FirstDay),
                Date(series.LastDay),
                Markup.Escape(series.Calendar));
        return table;
    }

    private static Table CreateFindings(IReadOnlyList<DataFinding> findings)
    {
        Table table = Consoles.CreateTable("Found", "Times", "First where", "First");
        table.Columns[1].Alignment = Justify.Right;
        table.Columns[3].NoWrap = false;
        foreach (DataFinding finding in findings)
            table.AddRow(
                finding.Code,
                finding.Count.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape(Place(finding)),
                Markup.Escape(finding.Message));
        return table;
    }

    public static string Place(DataFinding finding) => finding.Symbol is null
        ? string.Create(CultureInfo.InvariantCulture, $"{finding.Position.File}:{finding.Position.Line}")
        : $"{finding.Symbol} {finding.Timeframe} {Time(finding)}";

    private static string? Time(DataFinding finding) => finding.Time?.ToString(
        finding.Timeframe.Ticks >= TimeSpan.TicksPerDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Data;
using Backtest.Data.Checking;
using Backtest.Data.Inspection;

namespace Backtest.Cli.Output;

/// <summary>Writes how a file of bars is read, as text and as JSON.</summary>
internal static class FileInspectionText
{
    private const int ShownSeries = 5;
    private const int ShownFindings = 8;
    private const int LongestText = 400;

    public static void Write(TextWriter output, FileInspection inspection)
    {
        ScreenLines lines = ScreenLines.OfOutput(output);
        output.WriteLine(inspection.Path);
        foreach ((string what, string how) in inspection.Facts)
            lines.Write($"  {what,-18}{Clip(how)}", hanging: 20);
        foreach (SeriesSummary series in inspection.Series.Take(ShownSeries))
            output.WriteLine($"  {Clip(series.Symbol),-16}  {Bars(series)}");
        if (inspection.Series.Count > ShownSeries)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {inspection.Series.Count - ShownSeries:N0} more symbols"));
        output.WriteLine($"  {"calendar",-18}{Calendar(inspection)}");
        output.WriteLine();
        WriteWrong(lines, inspection);
        output.WriteLine();
        output.WriteLine("data:");
        foreach ((string key, string value) in inspection.Keys)
            output.WriteLine($"  {key}: {value}");
    }

    public static JsonObject ToJson(FileInspection inspection) => new()
    {
        ["path"] = inspection.Path,
        ["reading"] = new JsonObject(inspection.Facts.Select(fact => KeyValuePair.Create(fact.What, (JsonNode?)fact.How))),
        ["series"] = new JsonArray(
        [
            .. inspection.Series.Select(series => new JsonObject
            {
                ["symbol"] = series.Symbol,
                ["timeframe"] = series.Timeframe.ToString(),
                ["bars"] = series.Bars,
                ["first"] = series.First,
                ["last"] = series.Last,
                ["volume"] = series.Volume,
            }),
        ]),
        ["calendars"] = new JsonArray([.. inspection.Calendars.Select(name => (JsonNode)name)]),
        ["warnings"] = new JsonArray(
        [
            .. inspection.Warnings.Select(warning => new JsonObject
            {
                ["code"] = warning.Code,
                ["message"] = warning.Message,
                ["fix"] = warning.Fix,
            }),
        ]),
        ["findings"] = new JsonArray([.. inspection.Findings.Select(DataReportText.ToJson)]),
        ["data"] = new JsonObject(inspection.Keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Value))),
    };

    private static void WriteWrong(ScreenLines lines, FileInspection inspection)
    {
        foreach (DataWarning warning in inspection.Warnings)
            lines.Write($"! {Clip(warning.Message)}. {warning.Fix}");
        foreach (DataFinding finding in inspection.Findings.Take(ShownFindings))
            lines.Write(string.Create(
                CultureInfo.InvariantCulture, $"! {finding.Code}, {Times(finding.Count)}: {DataReportText.Place(finding)}: {Clip(finding.Message)}. {finding.Fix}"));
        if (inspection.Findings.Count > ShownFindings)
            lines.Write(string.Create(
                CultureInfo.InvariantCulture, $"and {inspection.Findings.Count - ShownFindings:N0} more findings: backtest data check --path {inspection.Path}"));
        if (inspection.Warnings.Count + inspection.Findings.Count == 0)
            lines.Write("No problems found.");
    }

    private static string Times(long count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} times");

    private static string Bars(SeriesSummary series) => string.Create(
        CultureInfo.InvariantCulture,
        $"{series.Bars:N0} bars, {SeriesTables.Begin(series.Timeframe, series.First, series.FirstDay)} to {SeriesTables.Begin(series.Timeframe, series.Last, series.LastDay)}{(series.Timeframe.Ticks < TimeSpan.TicksPerDay ? " UTC" : "")}{(series.Volume is null ? ", no volume" : "")}");

    private static string Calendar(FileInspection inspection) => inspection.Calendars.Count switch
    {
        0 => "none of the known exchanges fits",
        1 => $"{inspection.Calendars[0]} fits",
        _ => $"{string.Join(", ", inspection.Calendars)} fit equally well",
    };

    private static string Clip(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";
}

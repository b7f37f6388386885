using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Engine;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Auditing;

/// <summary>What an audit came to, as text and as JSON.</summary>
internal static class AuditText
{
    private const int PlainWidth = 100;

    /// <summary>Writes what an audit came to.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="name">The name of the run.</param>
    /// <param name="report">What it came to.</param>
    /// <param name="findingsOnly">Whether the rest is left out.</param>
    public static void Write(TextWriter output, string name, AuditReport report, bool findingsOnly)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        ScreenLines lines = Consoles.OutputIsTerminal ? ScreenLines.OfOutput(output) : new ScreenLines(output, PlainWidth);
        foreach (AuditFinding finding in report.Findings)
        {
            string kind = finding.Kind == AuditFindingKind.LookAhead ? "look-ahead" : "unstable";
            console.MarkupInterpolated($"[red]{kind}[/]");
            lines.Write($": {finding.Message}", kind.Length);
            lines.Write($"  {finding.Fix}");
        }

        if (findingsOnly)
            return;
        foreach (AuditRemark remark in report.Remarks)
            lines.Write($"remark: {remark.Message}");
        foreach (string unjudged in report.NotJudged)
            lines.Write($"not judged: {unjudged}");
        string found = report.IsClean ? "nothing was found" : $"{report.Findings.Count} found";
        lines.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {found}; {report.Runs} runs of {report.Bars:N0} bars, the future changed after {report.Cuts.Count}, ")
                + string.Create(CultureInfo.InvariantCulture, $"{report.Elapsed.TotalSeconds:0.0} s"));
    }

    /// <summary>The document.</summary>
    /// <param name="config">The run.</param>
    /// <param name="report">What the audit came to.</param>
    /// <param name="records">The folder it was kept in, or null if it was not kept.</param>
    public static JsonObject Json(WorkflowConfig config, AuditReport report, string? records) => new()
    {
        ["file"] = config.File,
        ["name"] = config.Name,
        ["clean"] = report.IsClean,
        ["findings"] = new JsonArray([.. report.Findings.Select(Json)]),
        ["remarks"] = new JsonArray([.. report.Remarks.Select(remark => new JsonObject
        {
            ["code"] = remark.Code,
            ["message"] = remark.Message,
            ["value"] = double.IsFinite(remark.Value) ? remark.Value : null,
        })]),
        ["notJudged"] = new JsonArray([.. report.NotJudged.Select(reason => JsonValue.Create(reason))]),
        ["cuts"] = new JsonArray([.. report.Cuts.Select(cut => JsonValue.Create(cut))]),
        ["runs"] = report.Runs,
        ["bars"] = report.Bars,
        ["seconds"] = report.Elapsed.TotalSeconds,
        ["records"] = records,
    };

    private static JsonObject Json(AuditFinding finding) => new()
    {
        ["kind"] = finding.Kind == AuditFindingKind.LookAhead ? "look_ahead" : "unstable",
        ["container"] = finding.Container,
        ["pluginKind"] = finding.PluginKind,
        ["plugin"] = finding.Plugin,
        ["readBy"] = finding.ReadBy,
        ["change"] = finding.Change,
        ["cut"] = finding.Cut,
        ["time"] = finding.Time,
        ["symbol"] = finding.Symbol,
        ["whole"] = finding.Whole,
        ["other"] = finding.Other,
        ["message"] = finding.Message,
        ["fix"] = finding.Fix,
    };
}

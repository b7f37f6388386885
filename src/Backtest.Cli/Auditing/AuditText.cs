using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Cli.Output;
using Backtest.Engine;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Auditing;

/// <summary>Writes the result of an audit as text and as JSON.</summary>
internal static class AuditText
{
    private const int PlainWidth = 100;

    /// <summary>Writes the result of an audit.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="name">The name of the run.</param>
    /// <param name="report">The report of the audit.</param>
    /// <param name="findingsOnly">Whether to leave out everything but findings.</param>
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
        string found = report.Findings.Count switch
        {
            0 => "no findings",
            1 => "1 finding",
            int count => $"{count} findings",
        };
        lines.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {found}; {report.Runs} runs of {report.Bars:N0} bars, the future changed after {report.Cuts.Count}, ")
                + string.Create(CultureInfo.InvariantCulture, $"{report.Elapsed.TotalSeconds:0.0} s"));
    }

    /// <summary>The result as JSON.</summary>
    /// <param name="config">The run.</param>
    /// <param name="report">The report of the audit.</param>
    /// <param name="records">The folder it was stored in, or null if it was not stored.</param>
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

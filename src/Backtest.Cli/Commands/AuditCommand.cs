using System.CommandLine;
using Backtest.Cli.Auditing;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest audit</c>: looks for plugins that use later data, and for runs that are not repeatable.</summary>
internal static class AuditCommand
{
    /// <summary>The option for the run that an audit executes in another process.</summary>
    public const string HashesOption = "--hashes";

    public static Command Create()
    {
        RunFileInput input = new();
        Option<int> cuts = new("--cuts")
        {
            Description = "The number of bars after which the future is changed. Each takes up to four runs.",
            HelpName = "N",
            DefaultValueFactory = _ => new AuditOptions().Cuts,
        };
        cuts.Validators.Add(result =>
        {
            if (result.GetValue(cuts) < 1)
                result.AddError("--cuts must be at least 1.");
        });
        Option<bool> json = Options.Json();
        Option<bool> quiet = new("--quiet") { Description = "Prints only findings." };
        Option<bool> hashes = new(HashesOption) { Hidden = true };
        Command command = new(
            "audit",
            "Looks for look-ahead and for results that cannot be repeated, by repeating the run on bars with a different future and under other conditions. "
            + "Shows how much depends on the first bars, one bar and one trade. Exits with 1 if it finds something. Does not count as trials.")
        {
            cuts,
            json,
            quiet,
            hashes,
        };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            using Workspace workspace = input.Open(parsed);
            workspace.LoadPlugins();
            Audit audit = workspace.CreateAudit();
            if (parsed.GetValue(hashes))
            {
                JsonText.Write(output, OtherProcess.Write(await audit.HashAsync(cancellation)));
                return ExitCode.Done;
            }

            bool asJson = parsed.GetValue(json);
            bool isQuiet = parsed.GetValue(quiet);
            AuditDisplay display = new(parsed.InvocationConfiguration.Error, isQuiet, asJson);
            var other = new OtherProcess(input.Read(parsed));
            AuditReport report = await display.ShowAsync(workspace.Config.Name, progress => audit.ExecuteAsync(
                new AuditOptions { Cuts = parsed.GetValue(cuts), Elsewhere = other.HashAsync, Progress = progress, Log = display }, cancellation));
            string? record = Keep(workspace, report);
            if (asJson)
                JsonText.Write(output, AuditText.Json(workspace.Config, report, record));
            else
                AuditText.Write(output, workspace.Config.Name, report, isQuiet);
            return report.IsClean && !report.IsFaulted ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>Stores the audit beside the ledger, so that later commands know that the run was audited.</summary>
    /// <returns>The folder of the audit, or null if nothing is stored.</returns>
    private static string? Keep(Workspace workspace, AuditReport report)
    {
        if (workspace.SpecHash() is not { } spec)
            return null;
        AuditRecords records = new(Path.GetDirectoryName(Path.GetFullPath(workspace.Config.File ?? ".")) ?? ".");
        records.Keep(new AuditRecord
        {
            Spec = spec,
            Name = workspace.Config.Name,
            AuditedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            EngineVersion = EngineVersion.Current,
            Data = DataFingerprint.Of(report.Files),
            Runs = report.Runs,
            Cuts = report.Cuts.Count,
            Findings = [.. report.Findings.Select(finding => finding.Message)],
            Remarks = report.Remarks,
            NotJudged = report.NotJudged,
        });
        return records.Folder;
    }
}

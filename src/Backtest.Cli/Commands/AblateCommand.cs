using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Experiments;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Cli.Simulation;
using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest ablate</c>: measures what each part of a run adds to it.</summary>
internal static class AblateCommand
{
    public static Command Create()
    {
        RunFileInput input = new();
        Option<int> threads = Options.Threads("The maximum number of runs at a time. It does not affect the figures.");
        Option<string?> output = new("--output")
        {
            Description = "The folder for its page and figures. Default: experiments/ablation-NAME beside the runs.",
            HelpName = "DIR",
        };
        Option<bool> json = Options.Json();
        Command command = new(
            "ablate",
            "Shows what each portfolio, classifier, strategy, container, limit and regime rule adds, by repeating the run without it in one pass "
            + "over the data. Does not count as trials.")
        {
            output,
            threads,
            json,
        };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using Workspace workspace = input.Open(parsed);
            workspace.LoadPlugins();
            AblationReport report = await workspace.CreateAblation().ExecuteAsync(parsed.GetValue(threads), cancellation: cancellation);
            string folder = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(
                SweepRun.DirectoryBeside(workspace.Config.Output.Directory), $"ablation-{workspace.Config.Name}"));
            AblationFiles.Write(folder, report);
            string? page = workspace.Config.Output.Report ? ReportOfRun.Written(() => Report.Write(report, folder)) : null;
            TextWriter standard = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                JsonText.Write(standard, AblationFiles.ToNode(report));
                return ExitCode.Done;
            }

            AblationText.Write(standard, report);
            standard.WriteLine($"ablation: {folder}");
            if (page is not null)
                standard.WriteLine($"report: {page}");
            return ExitCode.Done;
        });
        return command;
    }
}

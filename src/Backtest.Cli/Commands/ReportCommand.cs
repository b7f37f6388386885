using System.CommandLine;
using Backtest.Cli.Experiments;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Reporting;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest report</c>: writes the page of a run again.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        RunInput runs = new();
        RunDataInput data = new();
        Argument<string> run = RunInput.Argument();
        Option<bool> open = Browser.Option();
        Command command = new("report", "Writes the report of a run, a research workflow or an ablation as a page that opens offline: backtest report latest --open.") { run, open };
        runs.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            string named = parsed.GetRequiredValue(run);
            string? page = OfFolder(named) ?? OfFolder(Path.Combine(SweepRun.DirectoryBeside(runs.Folders(parsed).Directory), named));
            if (page is null)
            {
                StoredRun opened = runs.Open(parsed, named);
                (page, string? missing) = await ReportOfRun.WriteAsync(opened, () => data.Open(parsed, opened), cancellation);
                if (missing is not null)
                    parsed.InvocationConfiguration.Error.WriteLine($"no candles: {missing}");
            }

            parsed.InvocationConfiguration.Output.WriteLine($"report: {page}");
            if (parsed.GetValue(open))
                Browser.Open(page, parsed.InvocationConfiguration.Error);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Writes the page of a folder that does not contain a run, or returns null if it does.</summary>
    private static string? OfFolder(string folder) =>
        StoredResearch.IsAt(folder) ? ReportOfRun.Written(() => Report.Write(StoredResearch.Open(folder), folder))
        : AblationFiles.IsAt(folder) ? ReportOfRun.Written(() => Report.Write(AblationFiles.Read(folder), folder))
        : null;
}

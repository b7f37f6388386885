using Backtest.Cli.Composition;
using Backtest.Cli.Runs;
using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Cli.Experiments;

/// <summary>Makes the experiment of a run file whose workflow is a sweep, and says what came of it.</summary>
internal static class SweepRun
{
    /// <summary>Makes the experiment.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Workspace workspace, string? directory, int workers, ExperimentReport report, CancellationToken cancellation)
    {
        SearchPlan plan = workspace.PlanSearch();
        using ITrialLedger ledger = workspace.OpenLedger();
        Experiment experiment = workspace.CreateExperiment(plan);
        ExperimentResult result = await report.Display.ShowAsync(plan.Sweep.Name, progress => experiment.ExecuteAsync(
            ledger,
            new ExperimentOptions
            {
                Directory = directory ?? DirectoryBeside(plan.Sweep.Output.Directory),
                Workers = workers,
                Progress = progress,
                Log = report.Display,
            },
            cancellation));
        string? page = plan.Sweep.Output.Report && !result.IsInterrupted
            ? ReportOfRun.Written(() => Report.Write(StoredExperiment.Find(ledger, result.Id), result.Folder)) : null;
        report.Write(plan, result, page);
        bool hasAny = result.Trials.Any(trial => trial.Status != TrialStatus.Faulted);
        return result.IsInterrupted ? ExitCode.Interrupted : hasAny ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Experiments are beside the runs.</summary>
    public static string DirectoryBeside(string runs) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(runs)) ?? "", "experiments");
}

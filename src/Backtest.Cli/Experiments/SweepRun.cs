using Backtest.Cli.Composition;
using Backtest.Cli.Runs;
using Backtest.Cli.Simulation;
using Backtest.Reporting;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Experiments;

/// <summary>Executes the experiment of a run file with a sweep, and reports its result.</summary>
internal static class SweepRun
{
    /// <summary>Executes the experiment.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Workspace workspace, string? directory, int workers, ExperimentReport report, CancellationToken cancellation)
    {
        SearchPlan plan = workspace.PlanSearch();
        if (plan.Sweep.MonteCarlo is not null && plan.Search.Best == 0)
        {
            throw new InputException(new InputError("no_best_run", "monte_carlo needs the folder of the best run, but search.best: 0 keeps none")
            {
                Key = "monte_carlo",
                Fix = "Write search: {best: 1}, or remove 'monte_carlo'.",
            });
        }

        using ITrialLedger ledger = workspace.OpenLedger();
        Experiment experiment = workspace.CreateExperiment(plan);
        ExperimentResult result = await report.Display.ShowAsync(plan.Sweep.Name, plan.Goals[0], progress => experiment.ExecuteAsync(
            ledger,
            new ExperimentOptions
            {
                Directory = directory ?? DirectoryBeside(plan.Sweep.Output.Directory),
                Workers = workers,
                NamePlugins = workspace.NamePlugins,
                Progress = progress,
                Log = report.Display,
            },
            cancellation));
        MonteCarloReport? tried = plan.Sweep.MonteCarlo is { } asked && !result.IsInterrupted
            ? await report.TryAsync(display => MonteCarloRun.MakeAsync(
                workspace, StoredRun.Open(Path.Combine(result.Folder, "best", "1")), asked, workers, display, cancellation))
            : null;
        string? page = plan.Sweep.Output.Report && !result.IsInterrupted
            ? ReportOfRun.Written(() => Report.Write(StoredExperiment.Read(ledger, result), result.Folder)) : null;
        report.Write(plan, result, page, tried);
        bool hasAny = result.Trials.Any(trial => trial.Status != TrialStatus.Faulted);
        return result.IsInterrupted ? ExitCode.Interrupted : hasAny ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>The folder of experiments, beside that of the runs.</summary>
    public static string DirectoryBeside(string runs) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(runs)) ?? "", "experiments");
}

using Backtest.Cli.Composition;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Simulation;

/// <summary>Runs the Monte Carlo simulation of a run, and writes its result to the run's folder.</summary>
internal static class MonteCarloRun
{
    /// <summary>Executes the simulation.</summary>
    /// <param name="workspace">The inputs of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="asked">The requested methods and their options.</param>
    /// <param name="threads">How many repetitions may execute at once.</param>
    /// <param name="display">Shows the progress.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">A method does not suit the run, or its folder cannot be written to.</exception>
    public static async Task<MonteCarloReport> MakeAsync(
        Workspace workspace, StoredRun run, MonteCarloConfig asked, int threads, MonteCarloDisplay display, CancellationToken cancellation)
    {
        MonteCarlo trials = workspace.CreateMonteCarlo(run, asked);
        MonteCarloReport report = await display.ShowAsync(workspace.Config.Name, progress => trials.ExecuteAsync(
            new MonteCarloOptions { Workers = threads, Progress = progress }, cancellation));
        MonteCarloFiles.Write(run, report);
        return report;
    }
}

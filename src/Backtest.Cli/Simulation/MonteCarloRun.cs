using Backtest.Cli.Composition;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Simulation;

/// <summary>Tries a run on what could as well have happened, and writes what came of it to the run's folder.</summary>
internal static class MonteCarloRun
{
    /// <summary>Draws and runs.</summary>
    /// <param name="workspace">What the run was made of.</param>
    /// <param name="run">The run.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="threads">How many repetitions may be made at once.</param>
    /// <param name="display">Shows how far it is.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">A method cannot be had of the run, or nothing can be written to its folder.</exception>
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

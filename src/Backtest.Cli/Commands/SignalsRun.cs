using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary>Executes a workflow that ends with signals, writes its run folder and reports the statistics of the signals.</summary>
internal static class SignalsRun
{
    public static async Task<RunOutcome> RunAsync(
        Workspace workspace, WorkflowConfig config, RunReport report, int threads, CancellationToken cancellation)
    {
        using SignalFolderRecorder recorder = workspace.CreateSignalRecorder(config);
        BacktestResult result = await RunCommand.ExecuteAsync(workspace, config, recorder, report, threads, cancellation);
        if (recorder is not { Report: { } signals, Folder: { } folder } || result.EventStreamHash is not { } hash)
            throw new InvalidOperationException("The run ended without its results.");
        report.Write(result, signals, folder, ReportOfRun.IsDue(config, result, folder, report) ? ReportOfRun.WriteSignals(StoredRun.Open(folder)) : null);
        return new RunOutcome(RunCommand.ExitCodeOf(result.Status), new RunFigures(hash, TotalReturn: null, Trades: 0));
    }
}

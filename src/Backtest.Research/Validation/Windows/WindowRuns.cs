using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Executes runs for the windows of a walk-forward, one at a time.</summary>
internal sealed class WindowRuns(KeptBars bars, IReadOnlyList<IPluginSource> plugins, DateOnly[] days, ExperimentOptions options)
{
    private readonly Coordinator _coordinator = new(new WorkflowManagerFactory(bars, plugins));

    /// <summary>Executes a run.</summary>
    /// <exception cref="InputException">The run cannot be executed.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task RunAsync(WorkflowConfig config, IRunRecorder recorder, CancellationToken cancellation)
    {
        IReadOnlyList<TrialOutcome> outcomes = await _coordinator.ExecuteTrialsAsync(
            [new TrialRequest(config, recorder)], new PassOptions { Threads = options.Workers, Log = options.Log }, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (outcomes[0].Result is null)
            throw new InputException(outcomes[0].Errors);
    }

    /// <summary>Executes a run from a day on to the end of the data, and counts the trades it closes on each day.</summary>
    /// <param name="config">The run.</param>
    /// <param name="from">The position of the first day it trades, or null for that of the run itself.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The run cannot be executed.</exception>
    public async Task<ClosedTradesRecorder> CountTradesAsync(WorkflowConfig config, int? from, CancellationToken cancellation)
    {
        var recorder = new ClosedTradesRecorder(days);
        await RunAsync(config with { Data = bars.Data, TradeFrom = from is { } place ? days[place] : config.TradeFrom }, recorder, cancellation).ConfigureAwait(false);
        return recorder;
    }
}

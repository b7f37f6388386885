namespace Backtest.Engine;

/// <summary>The entry point of a run: it creates the manager of a workflow and lets it run.</summary>
/// <param name="managers">Makes workflow managers.</param>
public sealed class Coordinator(WorkflowManagerFactory managers)
{
    /// <summary>Runs a workflow.</summary>
    /// <param name="config">The run.</param>
    /// <param name="options">How to run; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Interrupts the run; what was done until then is in the result.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    public async Task<BacktestResult> ExecuteWorkflowAsync(
        WorkflowConfig config, RunOptions? options = null, CancellationToken cancellation = default)
    {
        using IWorkflowManager manager = managers.Create(config);
        return await manager.ExecuteAsync(options ?? new RunOptions(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Shows the bars of a run, and the indicators its strategies read, from the first bar to the last; nothing is decided.</summary>
    /// <param name="config">The run.</param>
    /// <param name="observer">Observes them.</param>
    /// <param name="progress">Receives its progress about once a chunk, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public async Task ObserveAsync(
        WorkflowConfig config, IBarObserver observer, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        using IWorkflowManager manager = managers.Create(config);
        await manager.ObserveAsync(observer, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs many workflows: those that read the same data go through it together, and each has the same result as if it were alone.
    /// </summary>
    /// <param name="trials">The runs.</param>
    /// <param name="options">How to run them; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Interrupts them; what was done until then is in the results.</param>
    /// <returns>The outcome of each, in the order requested: one that is invalid does not affect the others.</returns>
    public Task<IReadOnlyList<TrialOutcome>> ExecuteTrialsAsync(
        IReadOnlyList<TrialRequest> trials, PassOptions? options = null, CancellationToken cancellation = default) =>
        managers.CreateTrials().ExecuteAsync(trials, options ?? new PassOptions(), cancellation);
}

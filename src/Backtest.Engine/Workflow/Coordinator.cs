namespace Backtest.Engine;

/// <summary>The entry point for runs: it creates the manager of a workflow and executes the workflow.</summary>
/// <param name="managers">Creates workflow managers.</param>
public sealed class Coordinator(WorkflowManagerFactory managers)
{
    /// <summary>Runs a workflow.</summary>
    /// <param name="config">The run.</param>
    /// <param name="options">How to execute the run; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Interrupts the run; the result covers what was done until then.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    public async Task<BacktestResult> ExecuteWorkflowAsync(
        WorkflowConfig config, RunOptions? options = null, CancellationToken cancellation = default)
    {
        using IWorkflowManager manager = managers.Create(config);
        return await manager.ExecuteAsync(options ?? new RunOptions(), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Passes the bars of a run, and the indicators its strategies read, to an observer from the first bar to the last; nothing is decided.
    /// </summary>
    /// <param name="config">The run.</param>
    /// <param name="observer">Observes them.</param>
    /// <param name="progress">Receives the progress about once per chunk, or null.</param>
    /// <param name="cancellation">Cancels the observation.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    /// <exception cref="OperationCanceledException">The observation was canceled.</exception>
    public async Task ObserveAsync(
        WorkflowConfig config, IBarObserver observer, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        using IWorkflowManager manager = managers.Create(config);
        await manager.ObserveAsync(observer, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Executes many runs: those that read the same data go through it together, and each has the same result as if it were executed alone.
    /// </summary>
    /// <param name="trials">The runs.</param>
    /// <param name="options">How to execute them; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Interrupts the runs; the results cover what was done until then.</param>
    /// <returns>The outcome of each run, in the order requested: an invalid run does not affect the others.</returns>
    public Task<IReadOnlyList<TrialOutcome>> ExecuteTrialsAsync(
        IReadOnlyList<TrialRequest> trials, PassOptions? options = null, CancellationToken cancellation = default) =>
        managers.CreateTrials().ExecuteAsync(trials, options ?? new PassOptions(), cancellation);
}

namespace Backtest.Engine;

/// <summary>
/// Executes many runs. Those that read the same data go through it together, in waves of bounded memory; each has the same result as if it were
/// executed alone.
/// </summary>
public sealed class TrialsManager
{
    private readonly IBarSourceFactory _sources;
    private readonly IReadOnlyList<IPluginSource> _plugins;

    internal TrialsManager(IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins)
    {
        _sources = sources;
        _plugins = plugins;
    }

    /// <summary>Executes the runs.</summary>
    /// <param name="trials">The runs.</param>
    /// <param name="options">How to execute them.</param>
    /// <param name="cancellation">Interrupts the runs; the results cover what was done until then.</param>
    /// <returns>The outcome of each run, in the order requested.</returns>
    public Task<IReadOnlyList<TrialOutcome>> ExecuteAsync(
        IReadOnlyList<TrialRequest> trials, PassOptions options, CancellationToken cancellation = default) =>
        Task.Run(() => Execute(trials, options, cancellation), CancellationToken.None);

    private IReadOnlyList<TrialOutcome> Execute(IReadOnlyList<TrialRequest> trials, PassOptions options, CancellationToken cancellation)
    {
        var run = new TrialsRun(trials, _sources, _plugins, options, cancellation);
        run.Execute();
        return run.Outcomes;
    }
}

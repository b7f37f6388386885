using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Makes the run of an audit again and again, on changed bars or in another way.</summary>
internal sealed class AuditRuns(
    WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, AuditBars bars, AuditOptions options)
{
    private readonly RunPlaces _places = new(config);

    /// <summary>The run.</summary>
    public WorkflowConfig Config => config;

    /// <summary>Its bars.</summary>
    public AuditBars Bars => bars;

    /// <summary>Where its plugins stand.</summary>
    public RunPlaces Places => _places;

    /// <summary>Opens sources.</summary>
    public IBarSourceFactory Sources => sources;

    /// <summary>How many runs were made.</summary>
    public int Count { get; private set; }

    /// <summary>How many are planned, as far as is known.</summary>
    public int Planned { get; set; }

    /// <summary>Why runs on changed bars could not be made.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>The run as an audit makes it: one run, of which nothing is settled only because it ends.</summary>
    public static WorkflowConfig ConfigOf(WorkflowConfig config) => config with
    {
        Workflow = config.Workflow is Workflows.Sweep or Workflows.Research ? Workflows.Backtest : config.Workflow,
        Search = null,
        Steps = null,
        Validation = null,
        Execution = config.Execution with { ClosesAtEnd = false },
    };

    /// <summary>Makes a run on changed bars.</summary>
    /// <param name="alteration">The change.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>What happened, or null where the changed bars do not make a run.</returns>
    public async Task<RunTrace?> TryAsync(Alteration alteration, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(alteration, new RunOptions(), alteration.Words, cancellation).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            Failures.Add($"a run {alteration.Words}: {exception.Errors[0].Message}");
            return null;
        }
        catch (OverflowException)
        {
            Failures.Add($"a run {alteration.Words}: its money went beyond what numbers can hold.");
            return null;
        }
    }

    /// <summary>Makes a run.</summary>
    /// <param name="alteration">The change made to the bars.</param>
    /// <param name="how">How the run is made.</param>
    /// <param name="doing">What it is for, in words.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is wrong.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<RunTrace> RunAsync(Alteration alteration, RunOptions how, string doing, CancellationToken cancellation)
    {
        options.Progress?.Report(new AuditProgress(Count, Math.Max(Planned, Count + 1), doing));
        var recorder = new TraceRecorder(_places);
        using var altered = new AlteredBars(sources, bars, alteration);
        // The plugins of the configuration come first, so they are taken out of it to be listened to.
        var managers = new WorkflowManagerFactory(altered, new HeardPlugins([config.Plugins, .. plugins], recorder));
        using IWorkflowManager manager = managers.Create(config with { Plugins = new PluginSet() });
        await manager.ExecuteAsync(how with { Recorder = recorder }, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        Count++;
        return recorder.Trace;
    }
}

using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Repeats the run of an audit, on changed bars or in other ways.</summary>
internal sealed class AuditRuns(
    WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins, AuditBars bars, AuditOptions options)
{
    private readonly RunPlaces _places = new(config);

    /// <summary>The run.</summary>
    public WorkflowConfig Config => config;

    /// <summary>Its bars.</summary>
    public AuditBars Bars => bars;

    /// <summary>The places of its plugins.</summary>
    public RunPlaces Places => _places;

    /// <summary>Opens sources.</summary>
    public IBarSourceFactory Sources => sources;

    /// <summary>The number of runs executed.</summary>
    public int Count { get; private set; }

    /// <summary>The number of runs planned, as far as known.</summary>
    public int Planned { get; set; }

    /// <summary>Why runs on changed bars failed.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>The run as an audit executes it: a single run in which nothing is settled merely because it ends.</summary>
    public static WorkflowConfig ConfigOf(WorkflowConfig config) => config with
    {
        Workflow = config.Workflow is Workflows.Sweep or Workflows.Research ? Workflows.Backtest : config.Workflow,
        Search = null,
        Steps = null,
        Validation = null,
        Execution = config.Execution with { ClosesAtEnd = false },
    };

    /// <summary>Executes the run on changed bars.</summary>
    /// <param name="alteration">The change.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>What happened, or null if the run fails on the changed bars.</returns>
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
            Failures.Add($"a run {alteration.Words}: its money exceeded the range of numbers.");
            return null;
        }
    }

    /// <summary>Executes the run.</summary>
    /// <param name="alteration">The change to the bars.</param>
    /// <param name="how">The options of the run.</param>
    /// <param name="doing">The purpose of the run, in words.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<RunTrace> RunAsync(Alteration alteration, RunOptions how, string doing, CancellationToken cancellation)
    {
        options.Progress?.Report(new AuditProgress(Count, Math.Max(Planned, Count + 1), doing));
        var recorder = new TraceRecorder(_places);
        using var altered = new AlteredBars(sources, bars, alteration);
        // The configuration's own plugins take precedence, so remove them from it in order to wrap them.
        var managers = new WorkflowManagerFactory(altered, new HeardPlugins([config.Plugins, .. plugins], recorder));
        using IWorkflowManager manager = managers.Create(config with { Plugins = new PluginSet() });
        await manager.ExecuteAsync(how with { Recorder = recorder }, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        Count++;
        return recorder.Trace;
    }
}

using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Runs a backtest: a pass with one trial.</summary>
public sealed class BacktestWorkflowManager : IWorkflowManager
{
    private readonly WorkflowConfig _config;
    private readonly IBarSourceFactory _sources;
    private readonly IReadOnlyList<IPluginSource> _plugins;
    private OpenData? _data;
    private PassContext? _context;
    private DataPass? _pass;

    /// <summary>Creates the manager of one run.</summary>
    public BacktestWorkflowManager(WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins)
    {
        _config = config;
        _sources = sources;
        _plugins = plugins;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FlowDescription> Flows =>
    [
        DataPassFactory.Flow,
        BacktestContainerFactory.Flow,
        .. _config.Classifiers.Count > 0 ? new[] { ClassifierContainerFactory.Flow } : [],
        RiskPortfolioContainerFactory.Flow,
    ];

    /// <inheritdoc/>
    public ContainerTree Build(CancellationToken cancellation = default)
    {
        _pass ??= Create(new RunOptions(), cancellation);
        return TreeDescriber.Describe(_pass);
    }

    /// <inheritdoc/>
    public Task<BacktestResult> ExecuteAsync(RunOptions options, CancellationToken cancellation = default) =>
        Task.Run(() => Execute(options, cancellation), CancellationToken.None);

    /// <inheritdoc/>
    public Task ObserveAsync(IBarObserver observer, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default) => Task.Run(
        () =>
        {
            _pass ??= Create(new RunOptions(), cancellation);
            new Observation(_pass, observer).Run(progress, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pass?.Dispose();
        _data?.Dispose();
    }

    private BacktestResult Execute(RunOptions options, CancellationToken cancellation)
    {
        _pass ??= Create(options, cancellation);
        _pass.UseThreads(options.Threads);
        Trial trial = _pass.Trials[0];
        trial.Recorder = options.Recorder;
        StageClock? stages = options.Clock is { } clock ? new StageClock(clock) : null;
        trial.Stages = stages;
        if (options.TakesEveryTurn)
            trial.Run.TakeEveryTurn();
        new PassStream(_pass, options.Progress, options.Log, _context!.Years) { Stages = stages }.Run(cancellation);
        return trial.Result!;
    }

    private DataPass Create(RunOptions options, CancellationToken cancellation)
    {
        _data ??= OpenData.Open(_sources, _config.Data, cancellation);
        PassKind kind = _data.KindOf(_config);
        _context = _data.Begin(kind, _sources, _plugins, hasHashes: true, cancellation);
        var factory = new DataPassFactory(_context, kind);
        factory.Add(_config);
        return factory.Create(options.ChunkBytes);
    }
}

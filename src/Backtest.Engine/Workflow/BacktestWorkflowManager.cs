using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Runs a backtest: builds the tree, streams the bars through it, and says what became of it.</summary>
public sealed class BacktestWorkflowManager : IWorkflowManager
{
    private readonly WorkflowConfig _config;
    private readonly BacktestContainerFactory _factory;
    private BacktestContainer? _container;

    /// <summary>A manager of one run.</summary>
    public BacktestWorkflowManager(WorkflowConfig config, IBarSourceFactory sources, IPluginSource? plugins)
    {
        _config = config;
        _factory = new BacktestContainerFactory(config, sources, plugins);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FlowDescription> Flows =>
    [
        BacktestContainerFactory.Flow,
        .. _config.Classifiers.Count > 0 ? new[] { ClassifierContainerFactory.Flow } : [],
        RiskPortfolioContainerFactory.Flow,
    ];

    /// <inheritdoc/>
    public ContainerTree Build(CancellationToken cancellation = default)
    {
        _container ??= _factory.Create(new RunOptions().ChunkBytes, cancellation);
        return TreeDescriber.Describe(_container);
    }

    /// <inheritdoc/>
    public Task<BacktestResult> ExecuteAsync(RunOptions options, CancellationToken cancellation = default) =>
        Task.Run(() => Execute(options, cancellation), CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => _container?.Dispose();

    private BacktestResult Execute(RunOptions options, CancellationToken cancellation)
    {
        BacktestContainer container = _container ??= _factory.Create(options.ChunkBytes, cancellation);
        container.UseThreads(options.Threads);
        var run = new BacktestRun(container, options);
        return run.Execute(cancellation);
    }
}

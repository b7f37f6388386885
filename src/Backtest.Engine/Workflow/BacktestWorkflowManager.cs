using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Runs a backtest: builds the tree, streams the bars through it, and says what became of it.</summary>
public sealed class BacktestWorkflowManager : IWorkflowManager
{
    private readonly WorkflowConfig _config;
    private readonly BacktestContainerFactory _factory;
    private BacktestContainer? _container;

    /// <summary>A manager of one run.</summary>
    public BacktestWorkflowManager(WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins)
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
        var report = new RunReport(container);
        RunJournal journal = report.Journal();
        options.Recorder?.Begin(report.Describe());
        StreamProgress progress = Stream(container, report, journal, options, cancellation);
        container.Stop();
        Record(journal, options);
        BacktestResult result = report.Result(progress);
        options.Recorder?.End(result);
        return result;
    }

    /// <summary>Streams the bars through the tree, chunk by chunk, to the last bar, to the fault that stops the run, or until canceled.</summary>
    private StreamProgress Stream(
        BacktestContainer container, RunReport report, RunJournal journal, RunOptions options, CancellationToken cancellation)
    {
        DataStreamer streamer = container.Streamer;
        StreamProgress progress = default;
        try
        {
            container.Start(new RunStart(_config.Seed, container.Years, options.Log ?? SilentLog.Instance, cancellation));
            while (!(_config.Execution.StopsOnFault && report.Faults().Any()))
            {
                if (!streamer.MoveNext())
                    return progress with { IsReadToItsEnd = true };
                cancellation.ThrowIfCancellationRequested();
                BarChunk chunk = streamer.Chunk;
                container.OnBars(chunk);
                progress = progress with { Bars = progress.Bars + chunk.BarCount, Turns = progress.Turns + chunk.TurnCount };
                Record(journal, options);
                options.Progress?.Report(new RunProgress(
                    progress.Bars, streamer.TotalBars ?? 0, new DateTime(chunk.End(chunk.TurnCount - 1), DateTimeKind.Utc)));
            }

            return progress;
        }
        catch (Exception exception) when (Interruption.Is(exception, cancellation))
        {
            journal.Clear();
            return progress with { IsInterrupted = true };
        }
    }

    private static void Record(RunJournal journal, RunOptions options)
    {
        options.Recorder?.Record(journal);
        journal.Clear();
    }
}

using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Executes one workflow once.</summary>
public interface IWorkflowManager : IDisposable
{
    /// <summary>Builds the tree from the configuration, if it is not built yet, and describes it.</summary>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    ContainerTree Build(CancellationToken cancellation = default);

    /// <summary>The compiled event flow, with a description for each kind of container in the tree.</summary>
    IReadOnlyList<FlowDescription> Flows { get; }

    /// <summary>Builds the tree, if it is not built yet, and executes the run from the first bar to the last.</summary>
    /// <returns>The result; that of a canceled run is <see cref="RunStatus.Interrupted"/>.</returns>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    Task<BacktestResult> ExecuteAsync(RunOptions options, CancellationToken cancellation = default);

    /// <summary>
    /// Builds the tree, if it is not built yet, and passes its bars and indicators to an observer from the first bar to the last; nothing is decided.
    /// </summary>
    /// <exception cref="InputException">The configuration, the data or a plugin is invalid.</exception>
    /// <exception cref="OperationCanceledException">The observation was canceled.</exception>
    Task ObserveAsync(IBarObserver observer, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default);
}

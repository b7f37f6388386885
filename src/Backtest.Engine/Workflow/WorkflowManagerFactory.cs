namespace Backtest.Engine;

/// <summary>Creates the managers of workflows.</summary>
/// <param name="sources">Opens bar sources.</param>
/// <param name="plugins">The plugin sources, in order of precedence: in code (<see cref="PluginSet"/>), in folders.</param>
public sealed class WorkflowManagerFactory(IBarSourceFactory sources, params IReadOnlyList<IPluginSource> plugins)
{
    /// <summary>Creates the manager of the configuration's workflow.</summary>
    /// <exception cref="InputException">The workflow does not exist.</exception>
    public IWorkflowManager Create(WorkflowConfig config)
    {
        Require(config, Workflows.OfOneRun);
        return new BacktestWorkflowManager(config, sources, plugins);
    }

    /// <summary>Creates the manager of many backtests.</summary>
    public TrialsManager CreateTrials() => new(sources, plugins);

    /// <summary>Throws if a run does not trade, because many runs are compared by their profit.</summary>
    /// <exception cref="InputException">The configuration names another workflow.</exception>
    internal static void RequireTrading(WorkflowConfig config) => Require(config, [Workflows.Backtest, Workflows.Replay]);

    private static void Require(WorkflowConfig config, IReadOnlyList<string> known)
    {
        if (known.Contains(config.Workflow))
            return;
        throw new InputException(new InputError(
            "unknown_workflow", $"'{config.Workflow}' is not a workflow; expected {string.Join(", ", known.SkipLast(1))} or {known[^1]}")
        {
            Position = new SourcePosition(config.File),
            Key = "workflow",
            Fix = "Write workflow: backtest, or remove the key.",
        });
    }
}

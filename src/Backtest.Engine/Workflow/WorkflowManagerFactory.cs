namespace Backtest.Engine;

/// <summary>Makes the manager of a workflow.</summary>
/// <param name="sources">Opens bar sources.</param>
/// <param name="plugins">Where plugins are found that the configuration does not carry; <see langword="null"/>: nowhere.</param>
public sealed class WorkflowManagerFactory(IBarSourceFactory sources, IPluginSource? plugins = null)
{
    /// <summary>Makes the manager the configuration's workflow asks for.</summary>
    /// <exception cref="InputException">There is no such workflow.</exception>
    public IWorkflowManager Create(WorkflowConfig config) => config.Workflow switch
    {
        "backtest" => new BacktestWorkflowManager(config, sources, plugins),
        _ => throw new InputException(new InputError("unknown_workflow", $"'{config.Workflow}' is no workflow; expected backtest")
        {
            Position = new SourcePosition(config.File),
            Key = "workflow",
            Fix = "Write workflow: backtest, or leave the key out.",
        }),
    };
}

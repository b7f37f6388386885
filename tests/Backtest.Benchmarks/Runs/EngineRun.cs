namespace Backtest.Benchmarks;

/// <summary>Runs the engine as a user would.</summary>
internal static class EngineRun
{
    public static BacktestResult Execute(WorkflowConfig config, IBarSourceFactory sources, RunOptions? options = null)
    {
        var coordinator = new Coordinator(new WorkflowManagerFactory(sources));
        return coordinator.ExecuteWorkflowAsync(config, options).GetAwaiter().GetResult();
    }
}

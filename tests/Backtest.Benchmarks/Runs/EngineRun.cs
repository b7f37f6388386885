using Backtest.Plugins.Breakout;
using Backtest.Plugins.CrossSectionalMomentum;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.MeanReversion;
using Backtest.Plugins.Momentum;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.Pattern;
using Backtest.Plugins.StandardRisk;
using Backtest.Plugins.TrendFollowing;

namespace Backtest.Benchmarks;

/// <summary>Runs the engine as a user would, with loaded plugins.</summary>
internal static class EngineRun
{
    /// <summary>The plugins of all runs.</summary>
    public static PluginSet Plugins { get; } = new(
        typeof(HmmClassifier).Assembly, typeof(PatternClassifier).Assembly, typeof(StandardRiskManager).Assembly, typeof(MovingAverageCross).Assembly,
        typeof(MomentumStrategy).Assembly, typeof(MeanReversionStrategy).Assembly, typeof(BreakoutStrategy).Assembly,
        typeof(TrendFollowingStrategy).Assembly, typeof(CrossSectionalMomentumStrategy).Assembly);

    public static WorkflowManagerFactory Managers(IBarSourceFactory sources) => new(sources, Plugins);

    public static BacktestResult Execute(WorkflowConfig config, IBarSourceFactory sources, RunOptions? options = null) =>
        new Coordinator(Managers(sources)).ExecuteWorkflowAsync(config, options).GetAwaiter().GetResult();
}

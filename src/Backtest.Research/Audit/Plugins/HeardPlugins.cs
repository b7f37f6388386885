using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Gives a run its own plugins, and records the values each of them reads and the signals of strategies in containers.</summary>
internal sealed class HeardPlugins(IReadOnlyList<IPluginSource> plugins, TraceRecorder recorder) : WrappedPlugins(plugins)
{
    /// <inheritdoc/>
    protected override PluginFactory Wrap(PluginFactory found, PluginKind kind, string type)
    {
        var ear = new PluginEar(recorder, kind, type);
        return found switch
        {
            StrategyFactory strategy => new HeardStrategyFactory(strategy, ear),
            UniverseStrategyFactory universe => new HeardUniverseFactory(universe, ear),
            ClassifierFactory classifier => new HeardClassifierFactory(classifier, ear),
            RiskManagerFactory risk => new HeardRiskManagerFactory(risk, ear),
            ContainerFactory container => new HeardContainerFactory(container, ear),
            _ => found,
        };
    }
}

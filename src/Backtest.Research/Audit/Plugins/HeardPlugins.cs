using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Gives a run its own plugins, and keeps the values each of them reads and what strategies in containers signal.</summary>
internal sealed class HeardPlugins(IReadOnlyList<IPluginSource> plugins, TraceRecorder recorder) : IPluginSource
{
    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type)
    {
        PluginFactory? found = plugins.Select(source => source.Find(kind, type)).FirstOrDefault(factory => factory is not null);
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

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) => [.. plugins.SelectMany(source => source.Ids(kind)).Distinct()];

    /// <inheritdoc/>
    public string? ContentHash(PluginKind kind, string type) =>
        plugins.FirstOrDefault(source => source.Find(kind, type) is not null)?.ContentHash(kind, type);
}

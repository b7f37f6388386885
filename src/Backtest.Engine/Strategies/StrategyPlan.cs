using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A strategy of the run file with the plugin found for it, before it has nodes.</summary>
/// <param name="Config">The strategy as configured.</param>
/// <param name="Key">Where it stands in the run file, such as <c>portfolios.main.strategies.momentum</c>.</param>
/// <param name="Factory">The plugin: a <see cref="StrategyFactory"/>, a <see cref="UniverseStrategyFactory"/>, or a <see cref="ContainerFactory"/> where it has members.</param>
/// <param name="Members">The strategies in it; none: it is no container.</param>
/// <param name="Binding">What its parameters may mean.</param>
internal sealed record StrategyPlan(
    StrategyConfig Config,
    string Key,
    PluginFactory Factory,
    IReadOnlyList<StrategyPlan> Members,
    BindingContext Binding);

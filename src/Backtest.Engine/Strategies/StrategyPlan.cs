using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A strategy of the run file with the plugin found for it, before it has nodes.</summary>
/// <param name="Config">The strategy as configured.</param>
/// <param name="Key">Its key in the run file, such as <c>portfolios.main.strategies.momentum</c>.</param>
/// <param name="Factory">
/// The plugin: a <see cref="StrategyFactory"/>, a <see cref="UniverseStrategyFactory"/>, or a <see cref="ContainerFactory"/> if it has members.
/// </param>
/// <param name="Members">The strategies in a container; empty for a strategy.</param>
/// <param name="Binding">The binding context of its parameters.</param>
/// <param name="Sets">The sets of parameters it switches between; <see langword="null"/> if it does not switch.</param>
internal sealed record StrategyPlan(
    StrategyConfig Config,
    string Key,
    PluginFactory Factory,
    IReadOnlyList<StrategyPlan> Members,
    BindingContext Binding,
    ParameterSets? Sets = null)
{
    /// <summary>The strategy with one of the sets of parameters.</summary>
    public StrategyPlan With(ParameterSet set) => this with
    {
        Key = set.Key is null ? Key : $"{Key}.{set.Key}",
        Config = Config with { Parameters = set.Parameters },
        Sets = null,
    };

    /// <summary>Whether it, or a strategy in it, reads closed trades.</summary>
    public bool ReadsTrades => Factory.Descriptor.ReadsTrades || Members.Any(member => member.ReadsTrades);

    /// <summary>Whether it, or a strategy in it, switches parameters by regime.</summary>
    public bool SwitchesByRegime => (Sets is not null && (Config.ByRegime is not null || Config.ByDate?.Any(dated => dated.ByRegime is not null) == true))
        || Members.Any(member => member.SwitchesByRegime);
}

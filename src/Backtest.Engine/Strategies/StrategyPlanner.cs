using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Finds the plugins of strategies and of members of containers, and reports errors in their configuration.</summary>
internal sealed class StrategyPlanner(TreeContext tree, BindingContext binding)
{
    /// <summary>Plans a strategy.</summary>
    /// <param name="strategy">The strategy as configured.</param>
    /// <param name="key">The key of the strategy in the run file.</param>
    /// <param name="isMember">Whether it is a member of a container.</param>
    /// <returns>The plan; <see langword="null"/> if there are errors.</returns>
    public StrategyPlan? Plan(StrategyConfig strategy, string key, bool isMember = false)
    {
        PluginFactory? factory = IsOtherKind(strategy, key) ? null
            : strategy.Strategies is null ? Find<PluginFactory>(PluginKind.Strategy, strategy, key)
            : Find<ContainerFactory>(PluginKind.Container, strategy, key);
        if (isMember && factory is UniverseStrategyFactory)
        {
            tree.Error(
                "universe_member", $"{key}.type", strategy.Position,
                $"'{strategy.Type}' decides on all symbols together, but a container is created for each symbol",
                "Move it out of the container.");
        }

        bool isValid = factory is not null && PluginResolver.Accepts(factory, strategy.Parameters, binding, key, tree);
        ParameterSets? sets = strategy.ByRegime is null && strategy.ByDate is null ? null : new ParameterSets(strategy);
        isValid = isValid && (sets is null || Accepts(factory!, sets, key));
        StrategyPlan?[] members = [.. (strategy.Strategies ?? []).Select(member => Plan(member, $"{key}.strategies.{member.Name}", isMember: true))];
        return isValid && !members.Contains(null) ? new StrategyPlan(strategy, key, factory!, [.. members.OfType<StrategyPlan>()], binding, sets) : null;
    }

    /// <summary>Whether the plugin accepts every set of parameters; adds errors otherwise.</summary>
    private bool Accepts(PluginFactory factory, ParameterSets sets, string key)
    {
        bool isValid = true;
        foreach (ParameterSet set in sets.All.Skip(1))
            isValid &= PluginResolver.Accepts(factory, set.Parameters, binding, $"{key}.{set.Key}", tree);
        return isValid;
    }

    private TFactory? Find<TFactory>(PluginKind kind, StrategyConfig strategy, string key)
        where TFactory : PluginFactory =>
        tree.Plugins.Find<TFactory>(kind, strategy.Type, $"{key}.type", strategy.Position, tree);

    /// <summary>Whether only a container has this id where a strategy is required, or the reverse; adds an error in that case.</summary>
    private bool IsOtherKind(StrategyConfig strategy, string key)
    {
        bool isContainer = strategy.Strategies is not null;
        PluginKind wanted = isContainer ? PluginKind.Container : PluginKind.Strategy;
        PluginKind other = isContainer ? PluginKind.Strategy : PluginKind.Container;
        if (tree.Plugins.Has(wanted, strategy.Type) || !tree.Plugins.Has(other, strategy.Type))
            return false;
        if (isContainer)
        {
            tree.Error(
                "no_container", $"{key}.strategies", strategy.Position, $"'{strategy.Type}' is a strategy and cannot hold strategies",
                "Remove its strategies, or set 'type' to a container.");
        }
        else
        {
            tree.Error(
                "no_strategy", $"{key}.strategies", strategy.Position, $"'{strategy.Type}' is a container and needs strategies",
                "Add strategies under it, or set 'type' to a strategy.");
        }

        return true;
    }
}

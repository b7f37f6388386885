using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One strategy on one instrument.</summary>
/// <param name="Name">Its name; a member's name is prefixed with that of its container, such as <c>net/momentum</c>.</param>
/// <param name="Node">Its node.</param>
/// <param name="HandlesRegimes">Whether it handles regimes.</param>
/// <param name="Members">
/// The members of a container, or the instances with each set of parameters; empty if it is neither a container nor switches parameters.
/// </param>
internal sealed record StrategyInstance(
    string Name, StrategyNode Node, bool HandlesRegimes, IReadOnlyList<StrategyInstance> Members)
{
    /// <summary>The key of its set of parameters, such as <c>by_regime.bear</c>; <see langword="null"/> for the plain set.</summary>
    public string? Set { get; init; }

    /// <summary>Selects the set of parameters that decides; <see langword="null"/> if there is only one.</summary>
    public ParameterSwitch? Switch { get; init; }

    /// <summary>The instances that switch parameters: this instance and members.</summary>
    public IEnumerable<StrategyInstance> Switching => Members.SelectMany(member => member.Switching).Concat(Switch is null ? [] : [this]);

    /// <summary>The instances that read the market themselves: this instance, or the members of a container.</summary>
    public IEnumerable<StrategyInstance> Leaves => Members.Count == 0 ? [this] : Members.SelectMany(member => member.Leaves);

    /// <summary>Starts the strategy before the first bar, members before their container.</summary>
    public void Start(FaultContext context, Func<string, StartContext> start)
    {
        foreach (StrategyInstance member in Members)
            member.Start(context, start);
        context.Enter(Name, "start");
        Node.OnStart(start(Name));
    }
}

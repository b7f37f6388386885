using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>One strategy on one instrument.</summary>
/// <param name="Name">Its name; of a member with its container's before it, such as <c>net/momentum</c>.</param>
/// <param name="Node">Its node.</param>
/// <param name="HandlesRegimes">Whether it handles regimes.</param>
/// <param name="Members">The strategies in it, or itself with each set of parameters it switches between; none: it is neither a container nor switches.</param>
internal sealed record StrategyInstance(
    string Name, StrategyNode Node, bool HandlesRegimes, IReadOnlyList<StrategyInstance> Members)
{
    /// <summary>Which set of parameters it is made with, such as <c>by_regime.bear</c>; <see langword="null"/>: those that hold everywhere else.</summary>
    public string? Set { get; init; }

    /// <summary>Which set of parameters decides; <see langword="null"/>: it has one.</summary>
    public ParameterSwitch? Switch { get; init; }

    /// <summary>Those that switch: the instance itself, and members.</summary>
    public IEnumerable<StrategyInstance> Switching => Members.SelectMany(member => member.Switching).Concat(Switch is null ? [] : [this]);

    /// <summary>The strategies that read the market themselves: the instance, or of a container what is in it.</summary>
    public IEnumerable<StrategyInstance> Leaves => Members.Count == 0 ? [this] : Members.SelectMany(member => member.Leaves);

    /// <summary>Before the first bar, members ahead of their container.</summary>
    public void Start(FaultContext context, Func<string, StartContext> start)
    {
        foreach (StrategyInstance member in Members)
            member.Start(context, start);
        context.Enter(Name, "start");
        Node.OnStart(start(Name));
    }
}

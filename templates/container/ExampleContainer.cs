using Backtest;

namespace ExampleNamespace;

/// <summary>Strategies, and what most of them stand for.</summary>
/// <param name="members">The strategies the run file gives it.</param>
/// <param name="stances">What each of them stands for, and what comes of it.</param>
public sealed class ExampleContainer(MemberStrategies members, Stances stances)
{
    /// <summary>The strategies the run file gives it.</summary>
    [Role]
    public MemberStrategies Members { get; } = members;

    /// <summary>What each of them stands for, and what comes of it.</summary>
    [Role]
    public Stances Stances { get; } = stances;
}

namespace Backtest.Research;

/// <summary>A family of strategies, which counts everything ever tried of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trials">N: the number of distinct keys recorded for it.</param>
/// <param name="Experiments">The number of experiments that belong to it.</param>
public sealed record FamilyEntry(string Name, long Trials, long Experiments)
{
    /// <summary>The number of runs that viewed held-out days.</summary>
    public long HoldoutLooks { get; init; }
}

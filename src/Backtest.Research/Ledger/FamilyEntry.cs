namespace Backtest.Research;

/// <summary>A family of strategies: all that was ever tried of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trials">N: how many distinct keys were recorded for it.</param>
/// <param name="Experiments">How many experiments belong to it.</param>
public sealed record FamilyEntry(string Name, long Trials, long Experiments)
{
    /// <summary>How many runs looked at days that are held out.</summary>
    public long HoldoutLooks { get; init; }
}

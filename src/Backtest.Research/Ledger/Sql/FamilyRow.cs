namespace Backtest.Research;

/// <summary>A family as read from the database.</summary>
internal sealed class FamilyRow
{
    public required string Name { get; init; }

    public long Trials { get; init; }

    public long Experiments { get; init; }

    public long HoldoutLooks { get; init; }
}

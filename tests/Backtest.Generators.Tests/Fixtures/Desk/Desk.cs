namespace Backtest.Tests.Desk;

/// <summary>A container with a role of each shape, which tells a log what it is told.</summary>
public sealed class Desk
{
    /// <summary>Declared last in the flow, first here.</summary>
    [Role]
    public required Clerk Clerk { get; init; }

    [Role]
    public required MemberStrategies Members { get; init; }

    [Role]
    public required IReadOnlyList<Scribe> Scribes { get; init; }

    [Role]
    public Scribe? Spare { get; init; }
}

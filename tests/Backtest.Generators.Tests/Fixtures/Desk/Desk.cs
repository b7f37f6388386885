namespace Backtest.Tests.Desk;

/// <summary>A container with a role of each shape, which logs the events it receives.</summary>
public sealed class Desk
{
    /// <summary>The last in the flow, but declared first.</summary>
    [Role]
    public required Clerk Clerk { get; init; }

    [Role]
    public required MemberStrategies Members { get; init; }

    [Role]
    public required IReadOnlyList<Scribe> Scribes { get; init; }

    [Role]
    public Scribe? Spare { get; init; }
}

namespace Backtest.Fixtures;

/// <summary>Strategies and the count of what they signal.</summary>
public sealed class PollContainer(MemberStrategies members, Poll poll)
{
    [Role]
    public MemberStrategies Members { get; } = members;

    [Role]
    public Poll Poll { get; } = poll;
}

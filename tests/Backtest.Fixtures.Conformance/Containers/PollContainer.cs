namespace Backtest.Fixtures;

/// <summary>Strategies and the poll of their signals.</summary>
public sealed class PollContainer(MemberStrategies members, Poll poll)
{
    [Role]
    public MemberStrategies Members { get; } = members;

    [Role]
    public Poll Poll { get; } = poll;
}

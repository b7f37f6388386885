namespace Backtest.Fixtures;

/// <summary>Copies the votes of every bar.</summary>
public sealed class WastefulPoll(int members) : Poll(members)
{
    protected override int Net() => Votes.ToArray().Sum();
}

namespace Backtest.Fixtures;

/// <summary>Copies the votes at every bar.</summary>
public sealed class WastefulPoll(int members) : Poll(members)
{
    protected override int Net() => Votes.ToArray().Sum();
}

namespace Backtest.Samples.Netting;

/// <summary>Strategies and the count of their votes.</summary>
public sealed class NettingContainer
{
    internal NettingContainer(MemberStrategies members, Votes votes)
    {
        Members = members;
        Votes = votes;
    }

    /// <summary>The strategies the run file gives it.</summary>
    [Role]
    public MemberStrategies Members { get; }

    /// <summary>Counts what they signal, and signals what comes of it.</summary>
    [Role]
    public Votes Votes { get; }
}

namespace Backtest.Fixtures;

/// <summary>Enters with a strength that depends on the number of entries in the whole process.</summary>
public sealed class StaticPoll(int members) : Poll(members)
{
    private static int s_entries;

    protected override double Strength() => (1 + (++s_entries % 50)) / 50.0;
}

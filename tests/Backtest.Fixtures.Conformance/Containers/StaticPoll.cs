namespace Backtest.Fixtures;

/// <summary>Wants the more, the more entries there were in the whole process.</summary>
public sealed class StaticPoll(int members) : Poll(members)
{
    private static int s_entries;

    protected override double Strength() => (1 + (++s_entries % 50)) / 50.0;
}

namespace Backtest.Tests;

/// <summary>Which symbols a strategy may enter on which days.</summary>
public sealed class UniverseMembershipTests
{
    private static readonly IReadOnlyList<TestBar> Flat = TestBar.Flat(10, 10, 10, 10, 10);

    [Fact]
    public void What_a_universe_does_not_hold_is_no_member_and_an_entry_into_it_is_vetoed()
    {
        var seen = new List<string>();
        Instrument? kept = null;
        RecordedRun run = Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) =>
        {
            seen.Add(string.Join(", ", Members(turn)));
            kept ??= turn[0].Instrument;
            if (turn.Position(kept).IsFlat)
                signals[kept].Enter(Direction.Long);
        }), ("A", Flat), ("B", Flat)).WithUniverse(("A", 0, 0), ("B", 1, null)).WithFirst(portfolio => portfolio with { Leverage = 0.00001m }).Run();

        Assert.Equal(["A", "B", "B", "B", "B"], seen);
        Assert.Equal(["Ordered", .. Enumerable.Repeat("not_in_universe", 4)], run.Outcomes);
    }

    [Fact]
    public void What_left_the_universe_is_a_member_until_it_is_closed()
    {
        var seen = new List<string>();
        Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) =>
        {
            seen.Add(string.Join(", ", Members(turn)));
            if (seen.Count == 1)
                signals[turn[0].Instrument].Enter(Direction.Long);
            if (seen.Count == 3)
                signals[turn[0].Instrument].Exit();
        }), ("A", Flat), ("B", Flat)).WithUniverse(("A", 0, 1), ("B", 0, null)).Run();

        Assert.Equal(["A, B", "A, B", "A (left), B", "B", "B"], seen);
    }

    [Fact]
    public void A_symbol_may_come_back_into_the_universe()
    {
        var seen = new List<string>();
        Scenario.OfUniverse(new ScriptedUniverse((in turn, values, signals) => seen.Add(string.Join(", ", Members(turn)))), ("A", Flat))
            .WithUniverse(("A", 3, null), ("A", 0, 0)).Run();

        Assert.Equal(["A", "A", "A"], seen);
    }

    [Fact]
    public void A_universe_holds_for_strategies_of_one_symbol_as_well()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 10, 10), Plan.On(
            (0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Enter(Direction.Long)))).WithUniverse(("A", 1, null)).Run();

        Assert.Equal(["not_in_universe", "Ordered"], run.Outcomes);
    }

    [Fact]
    public void A_universe_of_other_symbols_is_an_error()
    {
        InputException exception = Assert.Throws<InputException>(() =>
            Scenario.Of(Flat, Plan.Idle).WithUniverse(("Z", 0, null)).Run());

        Assert.Equal(
            "portfolios.main.strategies.main.universe: the data has no symbol of the universe universe.csv\n  The data has: A.",
            Assert.Single(exception.Errors).ToString());
    }

    private static List<string> Members(UniverseTurn turn)
    {
        var members = new List<string>();
        foreach (UniverseMember member in turn)
            members.Add(member.IsEligible ? member.Symbol : $"{member.Symbol} (left)");
        return members;
    }
}

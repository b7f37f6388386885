namespace Backtest.Tests;

/// <summary>Positions of a target size.</summary>
public sealed class TargetTests
{
    [Fact]
    public void A_weight_is_bought_at_the_last_close_and_rounded_toward_zero()
    {
        RecordedRun run = Run(TestBar.Flat(30, 30), capital: 1000, (0, signals => signals.Target(PositionSize.Weight(0.5))));

        Assert.Equal([16m], run.FillQuantities); // 16.67 rounded down
        Assert.Equal(["Ordered"], run.Outcomes);
    }

    [Theory]
    [InlineData(4, "6")]
    [InlineData(-4, "-10 -4")]
    [InlineData(0, "-10")]
    [InlineData(16, "6 more")]
    public void What_is_missing_or_too_much_is_traded(double units, string what)
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10), capital: 100_000, (0, signals => signals.Target(PositionSize.Quantity(10))),
            (1, signals => signals.Target(PositionSize.Quantity(units))));

        decimal[] traded = what switch { "6" => [-6], "-10 -4" => [-10, -4], "-10" => [-10], _ => [6] };
        Assert.Equal([10m, .. traded], run.FillQuantities);
    }

    [Theory]
    [InlineData(101, "within_band")]
    [InlineData(99, "Ordered")]
    public void A_difference_within_the_band_is_not_traded(double band, string outcome)
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10), capital: 100_000, (0, signals => signals.Target(PositionSize.Value(1000))),
            (1, signals => signals.Target(PositionSize.Value(1100), band)));

        Assert.Equal(outcome, run.Outcomes[1]);
    }

    [Fact]
    public void On_target_there_is_nothing_to_trade() => Assert.Equal(
        ["Ordered", "on_target"],
        Run(
            TestBar.Flat(10, 10, 10), capital: 100_000, (0, signals => signals.Target(PositionSize.Quantity(10))),
            (1, signals => signals.Target(PositionSize.Quantity(10)))).Outcomes);

    [Fact]
    public void A_target_cancels_what_rests()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 9, 9), capital: 100_000, (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })),
            (1, signals => signals.Target(PositionSize.Quantity(3))));

        Assert.Equal([3m], run.FillQuantities);
    }

    [Fact]
    public void Sales_go_ahead_of_purchases_over_all_symbols()
    {
        ScriptedStrategy.Script rotates = (BarEvent bar, in Position position, ISignals signals) =>
        {
            bool isFirst = bar.Index == 0;
            if (bar.Index < 2)
                signals.Target(PositionSize.Weight(bar.Symbol == "B" == isFirst ? 1 : 0));
        };
        var scenario = new Scenario().WithBars("A", TestBar.Flat(10, 10, 10)).WithBars("B", TestBar.Flat(10, 10, 10));
        scenario.WithPortfolio("main", rotates, capital: 1000);
        scenario.Plugins.Add("main", Takes(1_000_000));

        RecordedRun run = scenario.Run();

        Assert.Equal([100m, -100m, 100m], run.FillQuantities); // only the sale of B could pay for A
        Assert.Equal(["B", "B", "A"], run.Fills.Select(fill => fill.Fill.Instrument.Symbol));
    }

    [Fact]
    public void The_risk_manager_may_give_less_and_never_gives_more()
    {
        var scenario = new Scenario().WithBars("A", TestBar.Flat(10, 10, 10, 10));
        scenario.WithPortfolio("main", Plan.On(
            (0, signals => signals.Target(PositionSize.Quantity(10))), (1, signals => signals.Target(PositionSize.Quantity(100)))));
        scenario.Plugins.Add("main", Takes(50));

        Assert.Equal([10m, 50m], scenario.Run().FillQuantities);
    }

    [Fact]
    public void Of_two_targets_in_one_turn_the_second_does_not_open_as_much_again()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10), capital: 100_000, (0, signals =>
        {
            signals.Target(PositionSize.Quantity(10));
            signals.Target(PositionSize.Quantity(12));
        }
        ));

        Assert.Equal([10m], run.FillQuantities);
        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    private static ScriptedRisk Takes(decimal most) => new((in RiskTurn turn, IOrders orders) =>
    {
        foreach (SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, most);
        }
    });

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, decimal capital, params (long Bar, Action<ISignals> Do)[] steps)
    {
        var scenario = new Scenario().WithBars("A", bars);
        scenario.WithPortfolio("main", Plan.On(steps), capital: capital);
        scenario.Plugins.Add("main", Takes(1_000_000));
        return scenario.Run();
    }
}

namespace Backtest.Tests;

public sealed class EntryRulesTests
{
    [Fact]
    public void An_entry_with_a_position_of_its_own_open_is_vetoed()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Enter(Direction.Long)));

        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void An_entry_with_an_entry_of_its_own_resting_is_vetoed()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 1 })), (2, signals => signals.Enter(Direction.Long)));

        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void A_second_entry_in_one_turn_is_vetoed()
    {
        RecordedRun run = Run((0, signals =>
        {
            signals.Enter(Direction.Long);
            signals.Enter(Direction.Long);
        }
        ));

        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void Add_adds_to_a_position()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true })));

        Assert.Equal([10m, 10m], run.FillQuantities);
    }

    [Fact]
    public void An_opposite_entry_without_an_exit_is_vetoed_even_when_it_would_add()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Enter(Direction.Short, new EntryTerms { Add = true })));

        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void An_entry_opposite_to_one_resting_is_vetoed_even_when_it_would_add()
    {
        RecordedRun run = Run(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 1 })), (2, signals => signals.Enter(Direction.Short, new EntryTerms { Add = true })));

        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void An_entry_opposite_to_one_of_the_same_turn_is_vetoed_even_when_it_would_add()
    {
        RecordedRun run = Run((0, signals =>
        {
            signals.Enter(Direction.Long);
            signals.Enter(Direction.Short, new EntryTerms { Add = true });
        }
        ));

        Assert.Equal(["Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void Exit_and_opposite_entry_in_one_turn_are_two_orders_the_exit_first()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long)), (2, signals =>
        {
            signals.Enter(Direction.Short);
            signals.Exit();
        }
        ));

        Assert.Equal([10m, -10m, -10m], run.FillQuantities);
        Assert.Equal(PositionEffect.Close, run.Order(2).Order.PositionEffect);
        Assert.Equal(PositionEffect.Open, run.Order(3).Order.PositionEffect);
    }

    [Fact]
    public void Exit_and_entry_of_the_same_side_in_one_turn_are_two_orders()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long)), (2, signals =>
        {
            signals.Exit();
            signals.Enter(Direction.Long);
        }
        ));

        Assert.Equal([10m, -10m, 10m], run.FillQuantities);
        Assert.Single(run.Trades);
    }

    [Fact]
    public void A_partial_exit_leaves_no_room_for_an_opposite_entry()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long)), (2, signals =>
        {
            signals.Exit(0.5);
            signals.Enter(Direction.Short);
        }
        ));

        Assert.Equal(["Ordered", "Ordered", "already_in"], run.Outcomes);
    }

    [Fact]
    public void Positions_of_two_strategies_on_one_symbol_are_their_own()
    {
        Scenario scenario = Scenario.Of(
            TestBar.Flat(10, 10, 10, 10), Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())));
        scenario.Plugins.Add("other", new ScriptedStrategy(Plan.BuyFirst));
        RecordedRun run = scenario.WithFirst(portfolio => portfolio with
        {
            Strategies = [.. portfolio.Strategies, new StrategyConfig { Name = "other", Type = "other" }],
        }).Run();

        PositionRecord left = Assert.Single(run.Positions);
        Assert.Equal((1, 10m), (left.StrategyIndex, left.Quantity));
    }

    [Fact]
    public void An_entry_the_risk_manager_does_not_answer_is_vetoed()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedRisk(static (in turn, orders) => { }));
        RecordedRun run = scenario.Run();

        Assert.Equal(["not_placed"], run.Outcomes);
    }

    [Fact]
    public void A_limit_that_cuts_is_named_as_the_outcome()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedRisk(static (in turn, orders) => orders.Place(turn.Signals[0], 3, "max_position", 0.5, 0.3)));
        RecordedRun run = scenario.Run();

        SignalRecord signal = Assert.Single(run.Signals).Signal;
        Assert.Equal((SignalOutcome.Cut, "max_position", 0.5, 0.3), (signal.Outcome, signal.RiskLimit, signal.Measured, signal.Threshold));
        Assert.Equal([3m], run.FillQuantities);
    }

    [Fact]
    public void A_risk_manager_answers_in_any_order()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10), (BarEvent bar, in Position position, ISignals signals) =>
        {
            for (int i = 0; i < 4 && bar.Index == 0; i++)
                signals.Enter(Direction.Long, new EntryTerms { Add = true });
        });
        scenario.Plugins.Add("main", new ScriptedRisk(static (in RiskTurn turn, IOrders orders) =>
        {
            foreach (int place in new[] { 2, 0, 3, 2 })
                orders.Place(turn.Signals[place], place + 1);
        }));
        RecordedRun run = scenario.Run();

        Assert.Equal(["Ordered", "not_placed", "Ordered", "Ordered"], run.Outcomes);
        Assert.Equal([3m, 1m, 4m], run.FillQuantities);
    }

    [Fact]
    public void A_risk_manager_may_answer_in_the_handler_of_turns()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedRisk(10, static (in RiskTurn turn, IOrders orders) =>
        {
            foreach (ref readonly SignalEvent signal in turn.Signals)
                orders.Veto(signal, "stop_trading");
        }));
        RecordedRun run = scenario.Run();

        Assert.Equal(["stop_trading"], run.Outcomes);
        Assert.Empty(run.Fills);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_strength_outside_its_range_faults_the_container(double strength)
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long, new EntryTerms { Strength = strength })));

        Assert.IsType<ArgumentOutOfRangeException>(Assert.Single(run.Result.Faults).Exception);
    }

    [Fact]
    public void A_strategy_reads_its_position_as_of_the_turn()
    {
        var read = new List<(decimal Quantity, decimal Price, int Held, double Profit)>();
        ScriptedStrategy.Script buy = Plan.BuyFirst;
        Scenario.Of(TestBar.Flat(10, 10, 11), (BarEvent bar, in Position position, ISignals signals) =>
        {
            buy(bar, position, signals);
            read.Add((position.Quantity, position.AveragePrice, position.BarsHeld, position.UnrealizedProfit));
        }).Run();

        Assert.Equal([(0m, 0m, 0, 0d), (10m, 10m, 0, 0d), (10m, 10m, 1, 10d)], read);
    }

    private static RecordedRun Run(params (long, Action<ISignals>)[] steps) =>
        Scenario.Of(TestBar.Flat(10, 10, 10, 10, 10, 10), Plan.On(steps)).Run();
}

namespace Backtest.Tests;

public sealed class ExitRulesTests
{
    [Fact]
    public void An_exit_closes_the_whole_position()
    {
        Assert.Equal([10m, -10m], Run((0, Buy), (1, signals => signals.Exit())).FillQuantities);
    }

    [Fact]
    public void An_exit_while_flat_has_nothing_to_exit()
    {
        RecordedRun run = Run((0, signals => signals.Exit()));

        Assert.Equal(["NothingToExit"], run.Outcomes);
        Assert.Empty(run.Orders);
    }

    [Fact]
    public void An_exit_while_flat_cancels_the_entry_that_rests()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 1 })), (1, signals => signals.Exit()));

        Assert.Equal((OrderStatus.Canceled, "exit"), (run.Order(1).Status, run.Order(1).Reason));
        Assert.Equal("NothingToExit", run.Outcomes[1]);
    }

    [Fact]
    public void An_exit_leaves_the_entries_of_other_strategies()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10, 10), Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 1 }))));
        scenario.Plugins.Add("other", new ScriptedStrategy(Plan.On((1, signals => signals.Exit()))));
        RecordedRun run = scenario.WithFirst(portfolio => portfolio with
        {
            Strategies = [.. portfolio.Strategies, new StrategyConfig { Name = "other", Type = "other" }],
        }).Run();

        Assert.Equal(OrderStatus.Open, run.Order(1).Status);
    }

    [Fact]
    public void A_partial_exit_closes_its_fraction()
    {
        Assert.Equal([10m, -3m], Run((0, Buy), (1, signals => signals.Exit(0.3))).FillQuantities);
    }

    [Fact]
    public void A_partial_exit_cancels_entries_that_rest()
    {
        RecordedRun run = Run(
            (0, Buy), (1, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 1, Add = true })), (2, signals => signals.Exit(0.5)));

        Assert.Equal((OrderStatus.Canceled, "exit"), (run.Order(2).Status, run.Order(2).Reason));
    }

    [Fact]
    public void Exits_of_one_turn_never_pass_zero()
    {
        RecordedRun run = Run((0, Buy), (1, signals =>
        {
            signals.Exit(0.7);
            signals.Exit(0.7);
            signals.Exit();
        }
        ));

        Assert.Equal([10m, -7m, -3m], run.FillQuantities);
        Assert.Equal(["Ordered", "Ordered", "Ordered", "NothingToExit"], run.Outcomes);
    }

    [Fact]
    public void A_limit_that_reduces_and_an_exit_of_the_same_turn_close_the_position_once()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10, 10, 10), Plan.On((0, Buy), (1, signals => signals.Exit())));
        scenario.Plugins.Add("main", new ScriptedRisk(10, ReduceHeld));
        RecordedRun run = scenario.Run();

        Assert.Equal([10m, -10m], run.FillQuantities);
    }

    [Fact]
    public void A_limit_that_reduces_needs_no_signal()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10, 10, 10), Plan.On((0, Buy)));
        scenario.Plugins.Add("main", new ScriptedRisk(10, ReduceHeld));
        RecordedRun run = scenario.Run();

        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Equal((0, "max_drawdown"), (run.Order(2).Order.SignalId, run.Order(2).Order.Reason));
    }

    [Fact]
    public void A_limit_that_reduces_cancels_the_entries_of_what_it_closes()
    {
        Scenario scenario = Scenario.Of(
            TestBar.Flat(10, 10, 10, 5),
            Plan.On((0, signals =>
            {
                signals.Enter(Direction.Long);
                signals.Enter(Direction.Long, new EntryTerms { Limit = 6, Add = true });
            }
        )));
        scenario.Plugins.Add("main", new ScriptedRisk(10, ReduceHeld));
        RecordedRun run = scenario.Run();

        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Equal(OrderStatus.Canceled, run.Order(2).Status);
    }

    [Fact]
    public void An_exit_is_recorded_with_the_direction_it_closes()
    {
        RecordedRun run = Run((0, signals => signals.Enter(Direction.Short)), (1, signals => signals.Exit()));

        Assert.Equal(Direction.Short, run.Signals[1].Signal.Signal.Direction);
    }

    private static void Buy(ISignals signals) => signals.Enter(Direction.Long);

    private static void ReduceHeld(in RiskTurn turn, IOrders orders)
    {
        foreach (Instrument instrument in turn.Portfolio.Held)
            orders.Reduce(instrument, 1, "max_drawdown");
    }

    private static RecordedRun Run(params (long, Action<ISignals>)[] steps) =>
        Scenario.Of(TestBar.Flat(10, 10, 10, 10, 10), Plan.On(steps)).Run();
}

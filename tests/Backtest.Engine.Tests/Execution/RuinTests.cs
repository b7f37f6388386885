using CsCheck;

namespace Backtest.Tests;

public sealed class RuinTests
{
    private static readonly IReadOnlyList<TestBar> Rise = TestBar.Flat(100, 100, 150, 250, 300, 150, 120, 120);

    private static readonly ScriptedStrategy.Script ShortFirst = Plan.On((0, signals => signals.Enter(Direction.Short)));

    [Fact]
    public void A_portfolio_that_ends_a_turn_below_zero_is_closed_at_the_next_open_and_goes_on_flat()
    {
        RecordedRun run = Short().Run();

        Assert.Equal([10_000d, 10_000, 5000, -5000, -10_000, -10_000, -10_000, -10_000], Equity(run));
        Assert.Equal([100m, 300m], run.FillPrices);
        Assert.Equal(("ruin", 0), (run.Order(2).Reason, run.Order(2).Order.SignalId));
        Assert.Equal(PortfolioStatus.Ruined, run.Result.Portfolios[0].Status);
        Assert.Equal(RunStatus.Completed, run.Result.Status);
    }

    [Fact]
    public void Where_the_run_says_continue_it_trades_on_and_a_warning_says_so()
    {
        RecordedRun run = Short().WithExecution(execution => execution with { ContinuesOnRuin = true }).Run();

        Assert.Equal([10_000d, 10_000, 5000, -5000, -10_000, 5000, 8000, 8000], Equity(run));
        Assert.Equal(PortfolioStatus.Completed, run.Result.Portfolios[0].Status);
        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("equity_below_zero", warning.Code);
        Assert.Equal("portfolio 'main' was worth -5,000.00 at the end of 2020-01-04 and continued to trade, which no real account allows", warning.Message);
    }

    [Fact]
    public void A_warning_names_the_day_and_the_equity_of_the_ruin()
    {
        RunWarning warning = Assert.Single(Short().Run().Result.Warnings);

        Assert.Equal(
            "portfolio 'main' was worth -5,000.00 at the end of 2020-01-04: its positions were closed at the next price, and it made no more entries",
            warning.Message);
    }

    [Fact]
    public void An_equity_of_exactly_zero_is_ruin()
    {
        RecordedRun run = Short(TestBar.Flat(100, 100, 200, 150)).Run();

        Assert.Equal([10_000d, 10_000, 0, 5000], Equity(run));
        Assert.Equal(PortfolioStatus.Ruined, run.Result.Portfolios[0].Status);
    }

    [Fact]
    public void Every_later_entry_is_vetoed_and_what_rests_to_enter_is_canceled()
    {
        RecordedRun run = Resting(1000).Run();

        Assert.Equal(["Ordered", "Ordered", "ruined"], run.Outcomes);
        Assert.Equal((OrderStatus.Canceled, "ruin"), (run.Order(2).Status, run.Order(2).Reason));
        Assert.Equal(2, run.Fills.Count);
    }

    [Fact]
    public void What_ruin_cancels_waits_for_no_answer_and_its_states_name_the_cause()
    {
        RecordedRun run = Resting(1000).Run();

        Assert.Equal(
            [(OrderState.Submitted, OrderCause.Order), (OrderState.Working, OrderCause.Order), (OrderState.Done, OrderCause.Ruin)],
            run.OrderStates.Where(row => row.State.OrderId == 2).Select(row => (row.State.State, row.State.Cause)));
    }

    [Fact]
    public void Entries_are_canceled_in_the_order_placed_each_with_its_protection_before_positions_are_closed()
    {
        RecordedRun run = Resting(1000, 1100).Run();

        long ruin = run.OrderStates.First(row => row.State.Cause == OrderCause.Ruin).State.Turn;
        Assert.Equal(
            [(2, OrderState.Done), (3, OrderState.Done), (4, OrderState.Done), (5, OrderState.Done), (6, OrderState.Submitted), (6, OrderState.Working)],
            run.OrderStates.Where(row => row.State.Turn == ruin).Select(row => (row.State.OrderId, row.State.State)));
    }

    [Fact]
    public void Each_strategy_is_closed_though_together_they_hold_nothing()
    {
        // Long and short offset each other; the long from before the fall causes the ruin.
        var scenario = new Scenario().WithBars("A", TestBar.Flat(100, 100, 100, 20, 20, 20))
            .WithPortfolio("main", Plan.On((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Exit(0.5))), quantity: 200, capital: 10_000);
        scenario.Plugins.Add("other", new ScriptedStrategy(Plan.On((3, signals => signals.Enter(Direction.Short)))));
        RecordedRun run = scenario.WithLeverage(10)
            .WithFirst(portfolio => portfolio with { Strategies = [.. portfolio.Strategies, new StrategyConfig { Name = "other", Type = "other" }] })
            .Run();

        Assert.Equal(PortfolioStatus.Ruined, run.Result.Portfolios[0].Status);
        Assert.Empty(run.Positions);
    }

    [Fact]
    public void Over_an_equity_of_exactly_zero_an_exposure_is_not_a_number_and_no_other_row_suffers()
    {
        RecordedRun run = Short(TestBar.Flat(100, 100, 200, 150, 150)).WithPortfolio("calm", Plan.BuyFirst)
            .WithExecution(execution => execution with { ContinuesOnRuin = true }).Run();

        Assert.Equal([0, 1, double.NaN, 3, 3], Exposures(run, "main"));
        Assert.Equal([0, 0.01, 0.02, 0.015, 0.015], Exposures(run, "calm").Select(exposure => Math.Round(exposure, 3)));
        Assert.Equal([true, true, false, true, true], Exposures(run, "total").Select(double.IsFinite));
    }

    [Fact]
    public void The_total_has_no_exposure_where_it_is_worth_nothing_and_one_of_zero_where_nothing_is_held()
    {
        RecordedRun run = Short(TestBar.Flat(100, 100, 200, 200, 200)).Run();

        Assert.Equal([10_000d, 10_000, 0, 0, 0], Equity(run));
        Assert.Equal([0, 1, double.NaN, 0, 0], Exposures(run, "total"));
    }

    [Fact]
    public void A_portfolio_that_stopped_on_a_fault_is_not_closed_below_zero_but_a_warning_says_so()
    {
        RecordedRun run = Short(Rise, Plan.On((0, signals => signals.Enter(Direction.Short)), (2, _ => throw new InvalidOperationException("broken")))).Run();

        Assert.Equal([10_000d, 10_000, 5000, -5000, -10_000, 5000, 8000, 8000], Equity(run));
        Assert.Equal(PortfolioStatus.Faulted, run.Result.Portfolios[0].Status);
        Assert.Single(run.Orders);
        Assert.Equal(
            ("equity_below_zero", "portfolio 'main' was worth -5,000.00 at the end of 2020-01-04, after it had stopped on a fault: its positions were still valued but not closed"),
            run.Result.Warnings.Select(warning => (warning.Code, warning.Message)).Single());
    }

    [Fact]
    public void Ruin_on_the_last_bar_leaves_the_positions_for_there_is_no_next_price()
    {
        RecordedRun run = Short(TestBar.Flat(100, 100, 250)).Run();

        Assert.Equal(PortfolioStatus.Ruined, run.Result.Portfolios[0].Status);
        Assert.Single(run.Positions);
        Assert.Single(run.Orders);
    }

    [Fact]
    public void The_ruin_of_one_portfolio_is_none_of_the_others()
    {
        RecordedRun both = Short().WithPortfolio("calm", Plan.BuyFirst).Run();
        RecordedRun alone = new Scenario().WithBars("A", Rise).WithPortfolio("calm", Plan.BuyFirst).Run();

        Assert.Equal(PortfolioStatus.Completed, both.Result.Portfolios[1].Status);
        Assert.Equal(alone.Rows("calm"), both.Rows("calm"));
    }

    [Fact]
    public void Neither_the_size_of_chunks_nor_the_number_of_threads_shows() => RunLaws.Hold(Reckless, runs: 60);

    [Fact]
    public void Whatever_the_strategy_does_a_ruined_portfolio_enters_nothing_after_its_ruin() => Gen.Int[0, 100_000].Sample(seed =>
    {
        RecordedRun run = Reckless(seed).Run();

        foreach (PortfolioResult portfolio in run.Result.Portfolios.Where(portfolio => portfolio.Status == PortfolioStatus.Ruined))
        {
            long ruin = run.Equity.First(row => row.Portfolio == portfolio.Name && row.Equity <= 0).Time;
            HashSet<int> entries = [.. run.Orders.Where(order => order.Portfolio == portfolio.Name && order.Order.Order.PositionEffect == PositionEffect.Open)
                .Select(order => order.Order.Order.Id)];
            Assert.DoesNotContain(
                run.Fills, fill => fill.Portfolio == portfolio.Name && entries.Contains(fill.Fill.OrderId) && fill.Fill.BarStart.Ticks >= ruin);
        }
    }, iter: 100);

    private static Scenario Short(IReadOnlyList<TestBar>? bars = null, ScriptedStrategy.Script? script = null) =>
        Scenario.Of(bars ?? Rise, script ?? ShortFirst, quantity: 100, capital: 10_000).WithLeverage(10);

    /// <summary>A short, with protected entries that rest at these prices, and one after the ruin.</summary>
    private static Scenario Resting(params double[] limits) => Short(Rise, Plan.On(
    [
        (0, signals => signals.Enter(Direction.Short)),
        .. limits.Select(limit => (2L, (Action<ISignals>)(signals => signals.Enter(
            Direction.Short, new EntryTerms { Limit = limit, Add = true, StopLoss = PriceLevel.At(2000) })))),
        (5, signals => signals.Enter(Direction.Long)),
    ]));

    /// <summary>Random strategies with far more leverage than they can bear.</summary>
    private static Scenario Reckless(int seed) => Walk.Scenario(seed).With(config => config with
    {
        Portfolios = [.. config.Portfolios.Select(portfolio => portfolio with { Capital = portfolio.Capital / 20, Leverage = 30 })],
    });

    private static double[] Exposures(RecordedRun run, string portfolio) =>
        [.. run.Equity.Where(row => row.Portfolio == portfolio).Select(row => row.Exposure)];

    private static double[] Equity(RecordedRun run) =>
        [.. run.Equity.Where(row => row.Portfolio == "main").Select(row => Math.Round(row.Equity, 9))];
}

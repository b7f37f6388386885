namespace Backtest.Tests;

public sealed class ClosingTests
{
    [Fact]
    public void What_is_open_at_the_end_is_kept_by_default()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 12), Plan.BuyFirst).Run();

        Assert.Single(run.Fills);
        PositionRecord position = Assert.Single(run.Positions);
        Assert.Equal((10m, 10m, 12d, 20m), (position.Quantity, position.AveragePrice, position.Price, position.Unrealized));
    }

    [Fact]
    public void What_is_open_at_the_end_is_closed_at_the_last_close_where_the_run_says_so()
    {
        RecordedRun run = ClosedAtEnd(Scenario.Of(TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (11, 13, 11, 12)), Plan.BuyFirst));

        FillEvent fill = run.Fills[1].Fill;
        Assert.Equal((12m, TestBar.FirstDay.AddDays(3), TestBar.FirstDay.AddDays(2)), (fill.Price, fill.Time, fill.BarStart));
        Assert.Equal("at_end", run.Order(2).Reason);
        Assert.Empty(run.Positions);
    }

    [Fact]
    public void An_instrument_that_ended_earlier_is_closed_at_its_own_last_close()
    {
        RecordedRun run = ClosedAtEnd(new Scenario()
            .WithBars("A", TestBar.Flat(10, 10, 11)).WithBars("B", TestBar.Flat(10, 10, 10, 10, 10))
            .WithPortfolio("main", Only("A", Plan.BuyFirst)));

        Assert.Equal([10m, 11m], run.FillPrices);
    }

    [Fact]
    public void Nothing_is_entered_at_the_end()
    {
        RecordedRun run = ClosedAtEnd(Scenario.Of(TestBar.Flat(10, 10, 10), Plan.On((2, signals => signals.Enter(Direction.Long)))));

        Assert.Empty(run.Fills);
        Assert.Equal(OrderStatus.Open, run.Order(1).Status);
    }

    [Fact]
    public void An_exit_that_still_rests_is_done_at_the_end()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Volumes(10, 1000, 1000, 10, 10),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())))
            .WithExecution(execution => execution with { ClosesAtEnd = true, VolumeLimit = 0.1m })
            .Run();

        Assert.Equal([10m, -1m, -1m, -8m], run.FillQuantities);
        Assert.Empty(run.Positions);
    }

    [Fact]
    public void Where_a_run_goes_on_flat_all_is_closed_at_the_close_and_nothing_that_was_asked_for_before_is_left()
    {
        RecordedRun run = FlatAfter(2, Scenario.Of(
            TestBar.Flat(10, 10, 12, 12, 12, 13),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { TakeProfit = PriceLevel.At(13) })),
                (1, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true, Limit = 5 })),
                (2, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true })),
                (4, signals => signals.Enter(Direction.Long)))));

        Assert.Equal([10m, -10m, 10m], run.FillQuantities);
        Assert.Equal([10m, 12m, 13m], run.FillPrices);
        Assert.Equal(TestBar.FirstDay.AddDays(3), run.Fills[1].Fill.Time);
        Assert.Equal(
            ["Filled ", "Canceled exit", "Canceled exit", "Canceled exit", "Filled flat", "Filled "],
            run.Orders.OrderBy(order => order.Order.Order.Id).Select(order => $"{order.Order.Status} {order.Order.Reason}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Where_a_run_goes_on_flat_no_entry_is_left(int day)
    {
        RecordedRun run = FlatAfter(2, Scenario.Of(
            TestBar.Flat(10, 10, 10, 5, 5), Plan.On((day, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 5 })))));

        Assert.Empty(run.Fills);
        Assert.Equal((OrderStatus.Canceled, "flat"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Fact]
    public void Where_a_run_goes_on_flat_what_has_no_bar_is_closed_at_its_last_close()
    {
        RecordedRun run = FlatAfter(2, new Scenario()
            .WithBars("A", [.. TestBar.Flat(10, 10, 10, 10, 10).Index().Where(bar => bar.Index != 2).Select(bar => bar.Item)]).WithBars("B", TestBar.Flat(10, 10, 10, 10, 10))
            .WithPortfolio("main", Only("A", Plan.BuyFirst))
            .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { Symbols = ["A"] }] }));

        Assert.Equal([10m, -10m], run.FillQuantities.Take(2));
        Assert.Equal(TestBar.FirstDay.AddDays(3), run.Fills[1].Fill.Time);
    }

    [Fact]
    public void With_fill_close_an_exit_fills_at_the_close_it_was_decided_on()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((9, 11, 9, 10), (11, 13, 11, 12)),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())))
            .WithExecution(execution => execution with { FillsAtClose = true })
            .Run();

        Assert.Equal([10m, 12m], run.FillPrices);
    }

    [Fact]
    public void With_fill_close_strategy_hears_of_its_fill_in_the_next_turn()
    {
        var heardAt = new List<long>();
        ScriptedStrategy? strategy = null;
        strategy = new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 0)
                signals.Enter(Direction.Long);
            if (strategy!.Heard.Count > heardAt.Count)
                heardAt.Add(bar.Index);
        });
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10, 10), Plan.Idle);
        scenario.Plugins.Add("main", strategy);
        scenario.WithExecution(execution => execution with { FillsAtClose = true }).Run();

        Assert.Equal([1L], heardAt);
    }

    [Fact]
    public void With_fill_close_a_limit_rests_until_the_next_bar()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 8, 10), (10, 10, 9, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 }))))
            .WithExecution(execution => execution with { FillsAtClose = true })
            .Run();

        Assert.Equal(1, Assert.Single(run.Fills).Fill.BarIndex);
    }

    private static ScriptedStrategy.Script Only(string symbol, ScriptedStrategy.Script script) =>
        (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Symbol == symbol)
                script(bar, position, signals);
        };

    private static RecordedRun FlatAfter(int day, Scenario scenario) =>
        scenario.WithExecution(execution => execution with { Flat = new FlatTimes(TestBar.FirstDay.AddDays(day + 1).Ticks) }).Run();

    private static RecordedRun ClosedAtEnd(Scenario scenario) =>
        scenario.WithExecution(execution => execution with { ClosesAtEnd = true }).Run();
}

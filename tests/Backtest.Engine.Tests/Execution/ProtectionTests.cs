namespace Backtest.Tests;

public sealed class ProtectionTests
{
    [Fact]
    public void Protection_lives_on_the_bar_of_its_entry()
    {
        RecordedRun run = Enter([(10, 10, 10, 10), (10, 10, 8, 9)], signals => signals.Enter(Direction.Long, new EntryTerms
        {
            StopLoss = PriceLevel.Offset(1),
        }));

        Assert.Equal([10m, 9m], run.FillPrices);
        Assert.Equal(run.Fills[0].Fill.BarStart, run.Fills[1].Fill.BarStart);
    }

    [Fact]
    public void Protection_of_an_entry_at_the_close_lives_from_the_next_bar()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 12, 8, 10), (10, 10, 9.5, 10), (10, 10, 8, 9)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) }))))
            .WithExecution(execution => execution with { FillsAtClose = true })
            .Run();

        Assert.Equal([10m, 9m], run.FillPrices);
        Assert.Equal(2, run.Fills[1].Fill.BarIndex);
    }

    [Fact]
    public void Protection_sleeps_until_its_entry_fills()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 10, 9.5, 10), (10, 10, 9.5, 10)],
            signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9, StopLoss = PriceLevel.At(9.8) }));

        Assert.Empty(run.Fills);
    }

    [Fact]
    public void A_distance_is_measured_from_the_slipped_fill()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((100, 100, 100, 100), (100, 100, 100, 100), (100, 120, 100, 110)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { TakeProfit = PriceLevel.Offset(10) }))))
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.BasisPoints(100) })
            .Run();

        Assert.Equal([101m, 111m], run.FillPrices);
    }

    [Fact]
    public void A_target_fills_at_the_better_of_target_and_open()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 10, 10, 10), (13, 13, 13, 13)],
            signals => signals.Enter(Direction.Long, new EntryTerms { TakeProfit = PriceLevel.At(12) }));

        Assert.Equal([10m, 13m], run.FillPrices);
    }

    [Fact]
    public void A_target_that_fills_cancels_the_stop()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 12, 10, 10), (10, 10, 8, 9)],
            signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1), TakeProfit = PriceLevel.Offset(1) }));

        Assert.Equal([10m, 11m], run.FillPrices);
        Assert.Equal("other_filled", run.Order(2).Reason);
    }

    [Fact]
    public void A_short_is_protected_from_above()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 10, 10, 10), (10, 12, 10, 11)],
            signals => signals.Enter(Direction.Short, new EntryTerms { StopLoss = PriceLevel.Offset(1), TakeProfit = PriceLevel.Offset(1) }));

        Assert.Equal([10m, 11m], run.FillPrices);
        Assert.Equal([-10m, 10m], run.FillQuantities);
    }

    [Fact]
    public void A_stop_of_an_entry_inside_the_bar_does_not_fill_at_the_open_before_it()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 13, 9, 12)],
            signals => signals.Enter(Direction.Long, new EntryTerms { Stop = 12, StopLoss = PriceLevel.Offset(1) }));

        Assert.Equal([12m, 11m], run.FillPrices);
    }

    [Fact]
    public void A_target_of_an_entry_inside_the_bar_does_not_fill_at_the_open_before_it()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 11, 8.5, 10)],
            signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9, TakeProfit = PriceLevel.Offset(0.5) }));

        Assert.Equal([9m, 9.5m], run.FillPrices);
    }

    [Theory]
    [InlineData("stop beyond the limit")]
    [InlineData("target short of the close")]
    [InlineData("target of a plan short of the stop")]
    [InlineData("break-even short of the close")]
    [InlineData("stop beyond the stop that trails")]
    [InlineData("stop beyond the limit of one that follows")]
    public void Protection_that_would_fill_with_its_entry_is_vetoed(string what)
    {
        EntryTerms terms = what switch
        {
            "stop beyond the limit" => new() { Limit = 9, StopLoss = PriceLevel.At(9.5) },
            "target short of the close" => new() { TakeProfit = PriceLevel.At(9.5) },
            "target of a plan short of the stop" => new() { Stop = 12, Plan = new ExitPlan { Targets = [new(PriceLevel.At(11), 0.5)] } },
            "stop beyond the stop that trails" => new() { Trail = 2, StopLoss = PriceLevel.At(12) },
            "stop beyond the limit of one that follows" => new() { Limit = 9, StopLoss = PriceLevel.At(9.5), After = new SignalHandle(1) },
            _ => new() { Plan = new ExitPlan { BreakEvenAt = PriceLevel.At(10) } },
        };

        Assert.Equal("wrong_side", Enter([(10, 10, 10, 10), (10, 11, 8.5, 10)], signals =>
        {
            if (terms.After.Number > 0)
                signals.Enter(Direction.Long);
            signals.Enter(Direction.Long, terms);
        }
        ).Outcomes[^1]);
    }

    [Fact]
    public void A_trailing_entry_may_have_its_stop_short_of_where_it_fills()
    {
        // At 10 the buy stop is at 12, where it fills; at 11 a loss is cut.
        var terms = new EntryTerms { Trail = 2, StopLoss = PriceLevel.At(11) };
        RecordedRun run = Enter([(10, 10, 10, 10), (10, 12, 10, 12), (11, 11, 11, 11)], signals => signals.Enter(Direction.Long, terms));

        Assert.Equal([12m, 11m], run.FillPrices);
    }

    [Fact]
    public void A_limit_beyond_the_market_may_have_its_target_short_of_the_limit()
    {
        var terms = new EntryTerms { Limit = 10.5, StopLoss = PriceLevel.At(9), TakeProfit = PriceLevel.At(10.4) };
        RecordedRun run = Enter([(10, 10, 10, 10), (9.8, 9.9, 9.7, 9.8), (11, 11, 11, 11)], signals => signals.Enter(Direction.Long, terms));

        Assert.Equal([9.8m, 11m], run.FillPrices);
    }

    [Fact]
    public void Of_two_stops_touched_in_one_bar_the_nearer_one_fills()
    {
        RecordedRun run = Enter(
            [(10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 7, 8)],
            signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(2), TrailingStop = 1 }));

        Assert.Equal([10m, 9m], run.FillPrices);
        Assert.Equal(OrderType.TrailingStop, run.Order(run.Fills[1].Fill.OrderId).Order.Type);
    }

    [Fact]
    public void Each_added_entry_has_its_own_protection()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (12, 12, 12, 12), (12, 12, 10.5, 11), (11, 11, 8, 9)),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) })),
                (1, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1), Add = true })))).Run();

        Assert.Equal([10m, 12m, 11m, 9m], run.FillPrices);
        Assert.Equal([10m, 10m, -10m, -10m], run.FillQuantities);
    }

    [Fact]
    public void A_partial_exit_shrinks_protection_to_the_remainder()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 8, 9)),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) })),
                (1, signals => signals.Exit(0.4)))).Run();

        Assert.Equal([10m, -4m, -6m], run.FillQuantities);
    }

    [Fact]
    public void A_partial_exit_takes_the_protection_of_the_oldest_entry_first()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (12, 12, 12, 12), (12, 12, 12, 12), (12, 12, 10.5, 11), (11, 11, 8, 9)),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) })),
                (1, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1), Add = true })),
                (2, signals => signals.Exit(0.5)))).Run();

        Assert.Equal([10m, 10m, -10m, -10m], run.FillQuantities);
        Assert.Equal([10m, 12m, 12m, 11m], run.FillPrices);
    }

    [Fact]
    public void A_full_exit_cancels_protection()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 8, 9)),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) })),
                (1, signals => signals.Exit()))).Run();

        Assert.Equal([10m, 10m], run.FillPrices);
        Assert.Equal((OrderStatus.Canceled, "exit"), (run.Order(2).Status, run.Order(2).Reason));
    }

    private static RecordedRun Enter((double, double, double, double)[] bars, Action<ISignals> enter) =>
        Scenario.Of(TestBar.Days(bars), Plan.On((0, enter))).Run();
}

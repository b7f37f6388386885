namespace Backtest.Tests;

/// <summary>Protection that an amendment adds.</summary>
public sealed class AddedProtectionTests
{
    private static readonly SignalHandle Entry = new(1);

    [Fact]
    public void An_entry_that_rests_gets_a_stop()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 9, 7), (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })),
            (1, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.Offset(1) })));

        Assert.Equal([9m, 7m], run.FillPrices); // the bar opened beyond 8
        Assert.Equal((1, "stop_loss", 8.0), (run.Order(2).Order.ParentId, run.Order(2).Reason, run.Order(2).Order.StopPrice));
        Assert.Equal(["Ordered", "Applied"], run.Signals.Select(signal => signal.Signal.Outcome.ToString()));
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(13, 13)]
    [InlineData(10, 0)]
    public void A_position_gets_a_stop_and_a_target(double next, int exit)
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, next, 10), (0, signals => signals.Enter(Direction.Long)),
            (2, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(8), TakeProfit = PriceLevel.Offset(2) })));

        Assert.Equal(exit == 0 ? [10m] : [10m, exit], run.FillPrices);
        if (exit != 0)
            Assert.Equal("position_closed", Assert.Single(run.Orders, order => order.Order.Status == OrderStatus.Canceled).Order.Reason);
    }

    [Fact]
    public void A_position_gets_a_trailing_stop_that_follows_from_now_on()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 12, 15, 13), (0, signals => signals.Enter(Direction.Long)),
            (2, signals => signals.Amend(Entry, new Amendment { TrailingStop = 1.5 })));

        Assert.Equal([10m, 13m], run.FillPrices); // at 13.5 once the market came to 15
        Assert.Equal(13.5, run.Order(2).Order.StopPrice);
    }

    [Fact]
    public void What_was_added_can_be_moved()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 12, 12, 10.5), (0, signals => signals.Enter(Direction.Long)),
            (1, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(8) })),
            (2, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(11) })));

        Assert.Equal([10m, 10.5m], run.FillPrices);
        Assert.Equal(2, run.Orders.Count);
    }

    [Fact]
    public void To_a_target_a_stop_is_added_and_goes_ahead_of_it()
    {
        // The bar includes both 8 and 12: in the worse case the stop fills, although the target was reached first.
        RecordedRun run = Run(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 10, 10), (10, 13, 7, 10)),
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { TakeProfit = PriceLevel.At(12) })),
            (2, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.Offset(2) })));

        Assert.Equal([10m, 8m], run.FillPrices);
        Assert.Equal((OrderStatus.Canceled, "other_filled"), (run.Order(2).Status, run.Order(2).Reason));
        Assert.Equal(1, run.Order(3).Order.ParentId);
    }

    [Fact]
    public void Of_two_entries_only_what_has_no_protection_gets_it()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 8.5, 8.5), (0, signals => signals.Enter(Direction.Long)),
            (1, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true, StopLoss = PriceLevel.At(5) })),
            (2, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(9) })));

        Assert.Equal([10m, 10m, -10m], run.FillQuantities);
    }

    [Theory]
    [InlineData(11, 20)]
    [InlineData(8, 9)]
    public void What_would_fill_at_once_is_on_the_wrong_side(double stop, double target) => Assert.Equal(
        ["Ordered", "wrong_side"],
        Run(
            TestBar.Flat(10, 10, 10), (0, signals => signals.Enter(Direction.Long)),
            (1, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(stop), TakeProfit = PriceLevel.At(target) }))).Outcomes);

    [Fact]
    public void What_is_closed_has_nothing_to_protect() => Assert.Equal(
        "nothing_to_amend",
        Run(
            TestBar.Flat(10, 10, 10, 10), (0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit()),
            (2, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(9) }))).Outcomes[^1]);

    [Fact]
    public void Withdrawing_all_orders_leaves_protection()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 8), (0, signals => signals.Enter(Direction.Long)),
            (1, signals => signals.Amend(Entry, new Amendment { StopLoss = PriceLevel.At(9) })), (2, signals => signals.Cancel()));

        Assert.Equal("nothing_to_cancel", run.Outcomes[^1]);
        Assert.Equal([10m, -10m], run.FillQuantities);
    }

    [Fact]
    public void A_stop_that_waits_goes_ahead_of_a_target_that_waited_before()
    {
        RecordedRun run = Run(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 13, 7, 10)), (0, signals => signals.Enter(Direction.Long)),
            (1, signals =>
            {
                signals.Exit(new ExitTerms { Limit = 12 });
                signals.Exit(new ExitTerms { Stop = 8 });
            }
        ));

        Assert.Equal([10m, 8m], run.FillPrices);
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, params (long Bar, Action<ISignals> Do)[] steps) => Scenario.Of(bars, Plan.On(steps)).Run();
}

namespace Backtest.Tests;

/// <summary>An entry that becomes working when another order fills.</summary>
public sealed class FollowingOrderTests
{
    [Fact]
    public void It_waits_for_the_fill_of_the_first()
    {
        // The market passes 9 before it reaches 11, where the first order fills; the order resting at 9 must wait for the market to return.
        RecordedRun run = Run(
            TestBar.Flat(10, 9, 9, 11, 11, 9), (0, signals =>
            {
                SignalHandle first = signals.Enter(Direction.Long, new EntryTerms { Stop = 11 });
                signals.Enter(Direction.Long, new EntryTerms { Limit = 9, After = first });
            }
        ));

        Assert.Equal([11m, 9m], run.FillPrices);
        Assert.Equal([3, 5], run.Fills.Select(fill => (int)fill.Fill.BarIndex));
        Assert.Equal(["submitted", "working, fill", "done, fill"], States(run, order: 2));
        Assert.Equal(1, run.Order(2).Order.AfterId);
    }

    [Fact]
    public void Released_at_the_open_it_may_fill_within_the_bar()
    {
        IReadOnlyList<TestBar> bars = TestBar.Days((10, 10, 10, 10), (10, 10, 8, 9));

        RecordedRun run = Run(bars, (0, signals => signals.Enter(
            Direction.Long, new EntryTerms { Limit = 9, After = signals.Enter(Direction.Long) })));

        Assert.Equal([10m, 9m], run.FillPrices);
    }

    [Fact]
    public void Released_at_the_open_a_market_order_takes_that_price() => Assert.Equal(
        [10m, 10m],
        Run(TestBar.Flat(10, 10, 12), (0, signals => signals.Enter(Direction.Long, new EntryTerms { After = signals.Enter(Direction.Long) }))).FillPrices);

    [Fact]
    public void Released_within_a_bar_it_works_from_the_next_one_on()
    {
        // The first fills at 9 within the second bar, which also reaches 8; the second limit waits for the third bar.
        IReadOnlyList<TestBar> bars = TestBar.Days((10, 10, 10, 10), (10, 10, 8, 9), (9, 9, 8.4, 9));

        RecordedRun run = Run(bars, (0, signals => signals.Enter(
            Direction.Long, new EntryTerms { Limit = 8.5, After = signals.Enter(Direction.Long, new EntryTerms { Limit = 9 }) })));

        Assert.Equal([9m, 8.5m], run.FillPrices);
        Assert.Equal([1, 2], run.Fills.Select(fill => (int)fill.Fill.BarIndex));
    }

    [Fact]
    public void The_end_of_the_first_is_its_own()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 10, 9, 8), (0, Chain), (2, signals => signals.Cancel(new SignalHandle(1))));

        Assert.Empty(run.Fills);
        Assert.Equal(["canceled", "not_triggered", "not_triggered"], run.Orders.OrderBy(order => order.Order.Order.Id).Select(order => order.Order.Reason));
        Assert.Equal(["submitted", "done, signal"], States(run, order: 3));

        static void Chain(ISignals signals)
        {
            SignalHandle first = signals.Enter(Direction.Long, new EntryTerms { Limit = 9 });
            SignalHandle second = signals.Enter(Direction.Long, new EntryTerms { Limit = 8, After = first });
            signals.Enter(Direction.Long, new EntryTerms { After = second });
        }
    }

    [Fact]
    public void A_first_that_expires_takes_it_along() => Assert.Equal(
        ["expired", "not_triggered"],
        Run(TestBar.Flat(10, 10, 10, 9), (0, signals => signals.Enter(Direction.Long, new EntryTerms
        {
            After = signals.Enter(Direction.Long, new EntryTerms { Limit = 9, TimeInForce = TimeInForce.Day }),
        }))).Orders.OrderBy(order => order.Order.Order.Id).Select(order => order.Order.Reason));

    [Theory]
    [InlineData(null, 1)] // the first fills at the open of the second day, on which the other one is valid
    [InlineData(9.5, 2)] // the first fills within the second day, so the other one is valid on the third
    public void A_day_order_stands_for_the_first_day_it_may_fill_on(double? limit, int day)
    {
        IReadOnlyList<TestBar> bars = TestBar.Days((10, 10, 10, 10), (10, 10, 9, 10), (10, 10, 9, 10), (10, 10, 9, 10));

        RecordedRun run = Run(bars, (0, signals => signals.Enter(Direction.Long, new EntryTerms
        {
            Limit = 5,
            TimeInForce = TimeInForce.Day,
            After = signals.Enter(Direction.Long, new EntryTerms { Limit = limit }),
        })));

        OrderStateRecord end = run.OrderStates.Single(state => state.State.OrderId == 2 && state.State.State == OrderState.Done).State;
        Assert.Equal(("expired", TestBar.FirstDay.AddDays(day + 1).Ticks), (end.Reason, end.Time));
    }

    [Fact]
    public void It_may_follow_an_exit_and_turn_the_position_round()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 11, 12, 12), (0, signals => signals.Enter(Direction.Long)),
            (1, signals => signals.Enter(Direction.Short, new EntryTerms { After = signals.Exit(new ExitTerms { Limit = 12 }), StopLoss = PriceLevel.Offset(1) })));

        Assert.Equal([10m, -10m, -10m], run.FillQuantities);
        Assert.Equal([10m, 12m, 12m], run.FillPrices);
        Assert.Equal(-10, Assert.Single(run.Positions).Quantity);
    }

    [Fact]
    public void One_may_trigger_two_of_which_one_cancels_the_other()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 10, 9), (0, signals =>
        {
            SignalHandle first = signals.Enter(Direction.Long);
            SignalHandle down = signals.Enter(Direction.Long, new EntryTerms { Limit = 9, After = first });
            signals.Enter(Direction.Long, new EntryTerms { Stop = 11, After = first, OneCancelsOther = down });
        }
        ));

        Assert.Equal([10m, 9m], run.FillPrices);
        Assert.Equal("other_filled", run.Order(3).Reason);
    }

    [Fact]
    public void A_trailing_stop_follows_from_the_price_of_the_fill()
    {
        // From 20 it trails by 2 down to 14, and buys at 16.
        RecordedRun run = Run(
            TestBar.Flat(10, 20, 14, 16), (0, signals => signals.Enter(Direction.Long, new EntryTerms { Trail = 2, After = signals.Enter(Direction.Long) })));

        Assert.Equal([20m, 16m], run.FillPrices);
    }

    [Fact]
    public void With_no_such_order_at_work_there_is_nothing_to_follow() => Assert.Equal(
        ["Ordered", "nothing_to_follow"],
        Run(
            TestBar.Flat(10, 10, 10), (0, signals => signals.Enter(Direction.Long)),
            (1, signals => signals.Enter(Direction.Long, new EntryTerms { After = new SignalHandle(1) }))).Outcomes);

    [Fact]
    public void It_names_an_earlier_signal() => Assert.Contains(
        "After must name an earlier signal",
        Assert.Single(Run(TestBar.Flat(10, 10), (0, signals => signals.Enter(Direction.Long, new EntryTerms { After = new SignalHandle(1) }))).Result.Faults).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_full_exit_cancels_what_waits()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 12),
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { After = signals.Enter(Direction.Long, new EntryTerms { Stop = 12 }) })),
            (1, signals => signals.Exit()));

        Assert.Empty(run.Fills);
    }

    private static IEnumerable<string> States(RecordedRun run, int order) => run.OrderStates
        .Where(state => state.State.OrderId == order)
        .Select(state => state.State.State == OrderState.Submitted ? "submitted" : $"{state.State.State}, {state.State.Cause}".ToLowerInvariant());

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, params (long Bar, Action<ISignals> Do)[] steps) => Scenario.Of(bars, Plan.On(steps)).Run();
}

namespace Backtest.Tests;

/// <summary>Strategies cancel and change their own working orders.</summary>
public sealed class OrderChangeTests
{
    private static readonly EntryTerms Resting = new() { Limit = 9, StopLoss = PriceLevel.Offset(2), TakeProfit = PriceLevel.Offset(4) };

    [Fact]
    public void A_strategy_cancels_its_order_by_the_handle_of_its_signal()
    {
        SignalHandle order = default;
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 9), (0, signals => order = signals.Enter(Direction.Long, Resting)), (2, signals => signals.Cancel(order, "stale")));

        Assert.Empty(run.Fills);
        Assert.Equal(["Ordered", "Applied"], run.Outcomes);
        Assert.All(run.Orders, row => Assert.Equal((OrderStatus.Canceled, "stale"), (row.Order.Status, row.Order.Reason)));
        Assert.Equal(
            [(OrderState.PendingCancel, OrderCause.Signal), (OrderState.Done, OrderCause.Signal)],
            run.OrderStates.Where(row => row.State.OrderId == 1).Select(row => (row.State.State, row.State.Cause)).TakeLast(2));
    }

    [Fact]
    public void A_cancellation_that_names_no_signal_is_of_all_that_rests()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 8, 9), (0, signals =>
        {
            SignalHandle first = signals.Enter(Direction.Long, Resting);
            signals.Enter(Direction.Long, new EntryTerms { Limit = 8, OneCancelsOther = first });
        }
        ), (1, signals => signals.Cancel()));

        Assert.Empty(run.Fills);
        Assert.All(run.Orders, row => Assert.Equal("canceled", row.Order.Reason));
    }

    [Fact]
    public void With_no_order_at_work_there_is_nothing_to_cancel_or_to_amend() => Assert.Equal(
        ["Ordered", "nothing_to_cancel", "nothing_to_amend"],
        Run(TestBar.Flat(10, 10, 10), (0, signals => signals.Enter(Direction.Long)), (1, signals =>
        {
            signals.Cancel(new SignalHandle(1));
            signals.Amend(new SignalHandle(1), new Amendment { Limit = 9 });
        }
    )).Outcomes);

    [Fact]
    public void A_strategy_cancels_no_order_of_another()
    {
        Scenario scenario = Scenario.Of(TestBar.Flat(10, 10, 9, 9), Plan.On((0, signals => signals.Enter(Direction.Long, Resting))));
        scenario.WithPortfolio("other", Plan.On((0, signals => signals.Exit()), (1, signals => signals.Cancel(new SignalHandle(1)))));

        Assert.Equal([9m], scenario.Run().FillPrices);
    }

    [Fact]
    public void A_limit_that_is_moved_fills_where_it_stands_now()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 9.5, 9.5), (0, signals => signals.Enter(Direction.Long, Resting)),
            (1, signals => signals.Amend(new SignalHandle(1), new Amendment { Limit = 9.75, Reason = "chase" })));

        Assert.Equal([9.5m], run.FillPrices); // the open, which is better
        OrderStateRecord amended = Assert.Single(run.OrderStates, row => row.State is { OrderId: 1, State: OrderState.Amended }).State;
        Assert.Equal((OrderCause.Signal, 9.75, "chase"), (amended.Cause, amended.LimitPrice, amended.Reason));
        Assert.Equal(9.75, run.Order(1).Order.LimitPrice);
    }

    [Fact]
    public void Fewer_are_taken_as_they_are_and_protection_follows_the_fill()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 9, 6), (0, signals => signals.Enter(Direction.Long, Resting)),
            (1, signals => signals.Amend(new SignalHandle(1), new Amendment { Quantity = 3 })));

        Assert.Equal([3m, -3m], run.FillQuantities);
        Assert.Equal("stop_loss", run.Order(2).Reason);
    }

    [Theory]
    [InlineData(5, 15, "Cut")]
    [InlineData(0, 10, "too_much")]
    [InlineData(99, 30, "Applied")]
    public void More_are_up_to_the_risk_manager(decimal allowed, decimal filled, string outcome)
    {
        var scenario = new Scenario().WithBars("A", TestBar.Flat(10, 10, 9, 9));
        scenario.WithPortfolio("main", Plan.On(
            (0, signals => signals.Enter(Direction.Long, Resting)),
            (1, signals => signals.Amend(new SignalHandle(1), new Amendment { Quantity = 30 }))));
        scenario.Plugins.Add("main", new ScriptedRisk((in RiskTurn turn, IOrders orders) =>
        {
            foreach (SignalEvent signal in turn.Signals)
            {
                Assert.Equal(SignalAction.Enter, signal.Action);
                bool isMore = signal.RefersTo.Number > 0;
                Assert.Equal(isMore ? PositionSize.Quantity(20) : default, signal.Size);
                if (isMore && allowed == 0)
                    orders.Veto(signal, "too_much");
                else
                    orders.Place(signal, isMore ? allowed : 10, isMore && allowed < 20 ? "cap" : null);
            }
        }));
        RecordedRun run = scenario.Run();

        Assert.Equal([filled], run.FillQuantities);
        Assert.Equal(outcome, outcome == "Cut" ? run.Signals[1].Signal.Outcome.ToString() : run.Outcomes[1]);
    }

    [Fact]
    public void Of_two_enlargements_in_one_turn_the_larger_counts_and_not_their_sum()
    {
        var scenario = new Scenario().WithBars("A", TestBar.Flat(10, 10, 9));
        scenario.WithPortfolio("main", Plan.On((0, signals => signals.Enter(Direction.Long, Resting)), (1, signals =>
        {
            signals.Amend(new SignalHandle(1), new Amendment { Quantity = 30 });
            signals.Amend(new SignalHandle(1), new Amendment { Quantity = 40 });
        }
        )));
        scenario.Plugins.Add("main", new ScriptedRisk((in RiskTurn turn, IOrders orders) =>
        {
            foreach (SignalEvent signal in turn.Signals)
                orders.Place(signal, signal.Size.Unit == SizeUnit.None ? 10 : 1000);
        }));

        Assert.Equal([40m], scenario.Run().FillQuantities);
    }

    [Fact]
    public void A_stop_loss_is_moved_to_break_even()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 12, 10), (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(8) })),
            (2, signals => signals.Amend(new SignalHandle(1), new Amendment { StopLoss = PriceLevel.Offset(0.5) })));

        Assert.Equal([10m], run.FillPrices.Take(1));
        Assert.Equal(9.5, run.Order(2).Order.StopPrice);
    }

    [Fact]
    public void A_price_the_order_does_not_have_cannot_change() => Assert.Equal(
        ["Ordered", "other_terms"],
        Run(
            TestBar.Flat(10, 10, 10), (0, signals => signals.Enter(Direction.Long, Resting)),
            (1, signals => signals.Amend(new SignalHandle(1), new Amendment { Stop = 11 }))).Outcomes);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_signal_to_come_and_an_empty_amendment_are_refused(bool isEmpty)
    {
        string message = Assert.Single(Run(TestBar.Flat(10, 10), (0, signals =>
        {
            SignalHandle first = signals.Enter(Direction.Long, Resting);
            signals.Amend(isEmpty ? first : new SignalHandle(9), isEmpty ? default : new Amendment { Limit = 8 });
        }
        )).Result.Faults).Message;

        Assert.Contains(isEmpty ? "must change something" : "is not an earlier signal", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_sees_its_orders_at_work()
    {
        List<string> seen = [];
        Run(
            TestBar.Flat(10, 10, 9, 9), (0, signals => signals.Enter(Direction.Long, Resting)), (1, Look), (2, Look));

        void Look(ISignals signals)
        {
            foreach (OrderEvent order in signals.Orders)
                seen.Add($"{order.Type} {order.Side} {order.Quantity}");
        }

        Assert.Equal(["Limit Buy 10", "Stop Sell 10", "Limit Sell 10", "Stop Sell 10", "Limit Sell 10"], seen);
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, params (long Bar, Action<ISignals> Do)[] steps) =>
        Scenario.Of(bars, Plan.On(steps)).Run();
}

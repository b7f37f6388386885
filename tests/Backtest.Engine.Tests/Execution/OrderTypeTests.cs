namespace Backtest.Tests;

/// <summary>Entries on the open and the close, by trailing stop, until a date, and entries that cancel each other.</summary>
public sealed class OrderTypeTests
{
    private static readonly Timeframe Hour = new(1, 'h');

    [Fact]
    public void An_order_on_the_close_of_daily_bars_fills_at_the_next_close()
    {
        RecordedRun run = Run(TestBar.Days((10, 11, 9, 10), (10, 12, 9, 11), (12, 12, 12, 12)), new EntryTerms { Type = OrderType.MarketOnClose });

        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal((11m, 1), (fill.Price, fill.BarIndex));
        Assert.Equal(TestBar.FirstDay.AddDays(2), fill.Time);
    }

    [Fact]
    public void An_order_on_the_close_of_hours_waits_for_the_end_of_the_session()
    {
        RecordedRun run = Hours(new WeekdayCalendar(), new EntryTerms { Type = OrderType.MarketOnClose });

        Assert.Equal(20, Assert.Single(run.Fills).Fill.BarIndex); // ends at 21:00, like the session
    }

    [Fact]
    public void An_order_on_the_close_is_vetoed_where_nothing_says_when_the_session_ends() =>
        Assert.Equal(["no_session_close"], Hours(calendar: null, new EntryTerms { Type = OrderType.MarketOnClose }).Outcomes);

    [Fact]
    public void An_order_on_the_open_of_hours_waits_for_the_next_day()
    {
        RecordedRun run = Hours(calendar: null, new EntryTerms { Type = OrderType.MarketOnOpen });

        Assert.Equal(24, Assert.Single(run.Fills).Fill.BarIndex);
    }

    [Fact]
    public void An_entry_by_trailing_stop_follows_the_market_down_and_buys_where_it_turns()
    {
        RecordedRun run = Run(
            TestBar.Days((10, 10, 10, 10), (9, 9, 8, 8), (8, 9.5, 8, 9)), new EntryTerms { Trail = 1 });

        Assert.Equal([9m], run.FillPrices);
        Assert.Equal(OrderType.TrailingStop, run.Order(1).Order.Type);
    }

    [Fact]
    public void An_order_until_a_date_may_fill_on_it_and_not_after()
    {
        EntryTerms Until(int day) => new()
        {
            Limit = 9,
            TimeInForce = TimeInForce.GoodTillDate,
            GoodUntil = DateOnly.FromDateTime(TestBar.FirstDay).AddDays(day),
        };
        IReadOnlyList<TestBar> bars = TestBar.Flat(10, 10, 10, 9, 9);

        Assert.Equal([9m], Run(bars, Until(3)).FillPrices);
        RecordedRun late = Run(bars, Until(2));
        Assert.Empty(late.Fills);
        Assert.Equal((OrderStatus.Canceled, "expired"), (late.Order(1).Status, late.Order(1).Reason));
    }

    [Theory]
    [InlineData(12, 1, 2)]
    [InlineData(8, 2, 1)]
    public void Of_entries_that_cancel_each_other_the_first_to_fill_does(double price, int filled, int canceled)
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, price, 10), Plan.On((0, signals =>
        {
            SignalHandle first = signals.Enter(Direction.Long, new EntryTerms { Stop = 11 });
            signals.Enter(Direction.Short, new EntryTerms { Stop = 9, OneCancelsOther = first, StopLoss = PriceLevel.Offset(5) });
        }
        ))).Run();

        Assert.Equal(OrderStatus.Filled, run.Order(filled).Status);
        Assert.Equal((OrderStatus.Canceled, "other_filled"), (run.Order(canceled).Status, run.Order(canceled).Reason));
    }

    [Fact]
    public void An_entry_that_names_none_is_vetoed_while_another_rests() => Assert.Equal(
        ["Ordered", "already_in"],
        Scenario.Of(TestBar.Flat(10, 10), Plan.On((0, signals =>
        {
            signals.Enter(Direction.Long, new EntryTerms { Stop = 11 });
            signals.Enter(Direction.Short, new EntryTerms { Stop = 9 });
        }
    ))).Run().Outcomes);

    [Fact]
    public void A_date_that_has_passed_is_refused() =>
        Assert.Contains("GoodUntil 2019-12-31 has passed", Fault(new EntryTerms { TimeInForce = TimeInForce.GoodTillDate, GoodUntil = new DateOnly(2019, 12, 31) }));

    [Fact]
    public void An_entry_that_names_a_signal_to_come_is_refused() =>
        Assert.Contains("OneCancelsOther must name an earlier signal", Fault(new EntryTerms { OneCancelsOther = new SignalHandle(1) }));

    [Theory]
    [InlineData("trail and limit")]
    [InlineData("on close with a limit")]
    [InlineData("date without good till date")]
    [InlineData("good till date without date")]
    [InlineData("trailing stop without trail")]
    public void Terms_that_contradict_each_other_are_refused(string terms)
    {
        EntryTerms wrong = terms switch
        {
            "trail and limit" => new EntryTerms { Trail = 1, Limit = 9, Type = OrderType.TrailingStop },
            "on close with a limit" => new EntryTerms { Type = OrderType.MarketOnClose, Limit = 9 },
            "date without good till date" => new EntryTerms { GoodUntil = new DateOnly(2020, 1, 3) },
            "good till date without date" => new EntryTerms { TimeInForce = TimeInForce.GoodTillDate },
            _ => new EntryTerms { Type = OrderType.TrailingStop },
        };

        Assert.ThrowsAny<ArgumentException>(wrong.Validate);
    }

    private static string Fault(EntryTerms terms) => Assert.Single(Run(TestBar.Flat(10, 10), terms).Result.Faults).Message;

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, EntryTerms terms) =>
        Scenario.Of(bars, Plan.On((0, signals => signals.Enter(Direction.Long, terms)))).Run();

    private static RecordedRun Hours(ITradingCalendar? calendar, EntryTerms terms)
    {
        var scenario = new Scenario { Timeframe = Hour, Calendar = calendar };
        return scenario.WithBars("A", Walk.Bars(seed: 1, count: 30, timeframe: Hour))
            .WithPortfolio("main", Plan.On((3, signals => signals.Enter(Direction.Long, terms)))).Run();
    }
}

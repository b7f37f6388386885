namespace Backtest.Tests;

/// <summary>The profile <c>lean</c> within the day and on quotes, which the script of daily orders does not cover.</summary>
public sealed class LeanProfileTests
{
    private static readonly Timeframe Hour = new(1, 'h');
    private static readonly DateTime Opening = new(2020, 1, 3, 14, 30, 0, DateTimeKind.Utc); // a Friday, open until 21:00

    [Fact]
    public void A_market_order_fills_at_the_close_it_was_decided_on_while_the_market_is_open()
    {
        RecordedRun run = Hours(Hourly(10, 11, 12), Plan.On((1, signals => signals.Enter(Direction.Long))));

        Assert.Equal([(1, 11m)], run.Fills.Select(fill => ((int)fill.Fill.BarIndex, fill.Fill.Price)));
    }

    [Fact]
    public void A_market_order_decided_as_the_market_closes_fills_at_the_next_open()
    {
        RecordedRun run = Hours(Hourly(10, 11, 12, 13, 14, 15, 16, 17), Plan.On((6, signals => signals.Enter(Direction.Long))));

        Assert.Equal([(7, 17m)], run.Fills.Select(fill => ((int)fill.Fill.BarIndex, fill.Fill.Price)));
    }

    [Fact]
    public void Without_a_calendar_the_market_closes_with_daily_bars_alone()
    {
        Assert.Equal([11m], Run(TestBar.Flat(10, 11), Plan.BuyFirst, Timeframe.Day, calendar: null).FillPrices);
        Assert.Equal([10m], Run(Hourly(10, 11), Plan.BuyFirst, Hour, calendar: null).FillPrices);
    }

    [Fact]
    public void A_market_that_never_closes_fills_daily_orders_at_their_close() => Assert.Equal(
        [10m], Run(TestBar.Flat(10, 11), Plan.BuyFirst, Timeframe.Day, new AlwaysOpen()).FillPrices);

    [Theory]
    [InlineData(TimeInForce.Day)]
    [InlineData(TimeInForce.GoodTillDate)]
    public void An_order_for_a_day_ends_ahead_of_the_bar_its_market_closes_with(TimeInForce time)
    {
        var terms = new EntryTerms { Limit = 9.5, TimeInForce = time, GoodUntil = time == TimeInForce.Day ? null : new DateOnly(2020, 1, 3) };
        TestBar[] bars = Hourly(10, 10, 10, 10, 10, 10, 10);
        RecordedRun At(int row) => Hours(
            [.. bars.Select((bar, i) => i == row ? bar with { Low = 9 } : bar), .. Hourly(10).Select(bar => bar with { Start = Opening.AddDays(3), Low = 9 })],
            Plan.On((0, signals => signals.Enter(Direction.Long, terms))));

        Assert.Equal([9.5m], At(5).FillPrices);
        RecordedRun late = At(6);
        Assert.Empty(late.Fills);
        Assert.Equal((OrderStatus.Canceled, "expired"), (late.Order(1).Status, late.Order(1).Reason));
    }

    [Fact]
    public void Limits_and_stops_go_by_trades_and_market_orders_by_quotes()
    {
        // Traded at 97 to 105, with the ask 1 above and the bid 1 below.
        TestBar[] bars = [.. TestBar.Days((100, 100, 100, 100), (101, 105, 97, 103)).Select(bar => bar.Quoted(1))];

        Assert.Equal([97.5m], Daily(bars, new EntryTerms { Limit = 97.5 }).FillPrices);
        Assert.Equal([105m], Daily(bars, new EntryTerms { Stop = 105 }).FillPrices);
        Assert.Empty(Daily(bars, new EntryTerms { Stop = 105.5 }).Fills);
        Assert.Equal([101m], Daily(bars, default).FillPrices); // an order on the open
        Assert.Equal([11m], Hours([.. Hourly(10, 11, 12).Select(bar => bar.Quoted(1))], Plan.BuyFirst).FillPrices);
    }

    [Fact]
    public void A_limit_if_touched_fills_at_the_close_of_its_side_once_that_is_within_the_limit()
    {
        // A trade touches 98; the ask is 100 at the first close and 98.5 at the second.
        TestBar[] bars = [.. TestBar.Days((100, 100, 100, 100), (99, 99.5, 98, 99), (98, 98.5, 97, 97.5)).Select(bar => bar.Quoted(1))];
        RecordedRun run = Daily(bars, new EntryTerms { Touch = 98, Limit = 99 });

        Assert.Equal([(2L, 98.5m)], run.Fills.Select(fill => (fill.Fill.BarIndex, fill.Fill.Price)));
        Assert.DoesNotContain(run.Result.Warnings, warning => warning.Code == "orders_not_in_matching");
    }

    [Fact]
    public void A_trailing_stop_by_a_fraction_is_an_order_of_its_own()
    {
        RecordedRun run = Daily(TestBar.Days((100, 100, 100, 100), (100, 103, 100, 103)), new EntryTerms { TrailFraction = 0.02 });

        Assert.Equal([103m], run.FillPrices);
        Assert.DoesNotContain(run.Result.Warnings, warning => warning.Code == "orders_not_in_matching");
    }

    private static RecordedRun Daily(IReadOnlyList<TestBar> bars, EntryTerms terms) =>
        Scenario.Of(bars, Plan.On((0, signals => signals.Enter(Direction.Long, terms)))).WithExecution(Lean).Run();

    private static TestBar[] Hourly(params double[] prices) =>
        [.. prices.Select((price, hour) => new TestBar(hour < 7 ? Opening.AddHours(hour) : Opening.AddDays(3), price, price, price, price))];

    private static RecordedRun Hours(IReadOnlyList<TestBar> bars, ScriptedStrategy.Script script) => Run(bars, script, Hour, new WeekdayCalendar());

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, ScriptedStrategy.Script script, Timeframe timeframe, ITradingCalendar? calendar) =>
        new Scenario { Timeframe = timeframe, Calendar = calendar }.WithBars("A", bars).WithPortfolio("main", script).WithExecution(Lean).Run();

    private static ExecutionConfig Lean(ExecutionConfig execution) =>
        execution with { Profile = FillProfile.All.Single(profile => profile.Name == "lean") };

    private sealed class AlwaysOpen : ITradingCalendar
    {
        public string Name => "24/7";

        public int Day(long time) => (int)(time / TimeSpan.TicksPerDay);

        public TradingSession? Session(int day) => new(day * TimeSpan.TicksPerDay, (day + 1) * TimeSpan.TicksPerDay);
    }
}

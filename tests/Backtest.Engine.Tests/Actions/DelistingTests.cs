using CsCheck;

namespace Backtest.Tests;

public sealed class DelistingTests
{
    [Fact]
    public void A_symbol_silent_for_ten_sessions_is_closed_at_its_last_price_without_costs()
    {
        // Its last bar ends on 5 January. Without a calendar, ten sessions are two weeks: until 19 January.
        RecordedRun run = Dead(30).WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(1) }).Run();

        FillEvent fill = run.Fills[1].Fill;
        Assert.Equal((80m, 0m, 0m), (fill.Price, fill.Commission, fill.Slippage));
        Assert.Equal((Day(18), Day(3), 3L), (fill.Time, fill.BarStart, fill.BarIndex));
        Assert.Equal(("delisted", OrderStatus.Filled), (run.Order(2).Reason, run.Order(2).Status));
        Assert.Equal(-210m, Assert.Single(run.Trades).Trade.Profit);
        Assert.Empty(run.Positions);
    }

    [Fact]
    public void Its_last_price_gains_the_delisting_return()
    {
        RecordedRun run = Dead(30).WithExecution(execution => execution with { DelistingReturn = -0.25m }).Run();

        Assert.Equal([100m, 60m], run.FillPrices);
    }

    [Fact]
    public void An_action_without_a_price_settles_at_the_last_one()
    {
        RecordedRun run = Dead(30).WithActions(Delisted(price: null)).WithExecution(execution => execution with { DelistingReturn = -0.25m }).Run();

        Assert.Equal([100m, 60m], run.FillPrices);
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void Orders_resting_on_it_are_canceled()
    {
        RecordedRun run = Dead(30, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(70) })), (3, signals => signals.Exit()))).Run();

        Assert.Equal(["exit", "delisted", "delisted"], run.Orders.Where(order => order.Order.Order.Id > 1).OrderBy(order => order.Order.Order.Id).Select(order => order.Order.Reason));
        Assert.Equal([100m, 80m], run.FillPrices);
    }

    [Theory]
    [InlineData("5d", 8)]
    [InlineData("1d", 6)] // never less than three times the length of its bars
    [InlineData("5 sessions", 10)]
    public void The_silence_is_as_long_as_the_run_says(string after, int day)
    {
        RecordedRun run = Dead(30).WithExecution(execution => execution with { DelistedAfter = DelistedAfter.Parse(after)! }).Run();

        Assert.Equal(Day(day + 1), run.Fills[1].Fill.Time);
    }

    [Fact]
    public void With_never_silence_closes_nothing()
    {
        RecordedRun run = Dead(30).WithExecution(execution => execution with { DelistedAfter = new DelistedAfter.Never() }).Run();

        Assert.Single(run.Positions);
        Assert.Equal("left_without_bars", Assert.Single(run.Result.Warnings).Code);
    }

    [Fact]
    public void With_a_calendar_its_own_sessions_are_counted()
    {
        var calendar = new WeekdayCalendar();
        int day = DateOnly.FromDateTime(Day(3)).DayNumber;
        for (int left = 10; left > 0;)
            left -= calendar.Session(++day) is null ? 0 : 1;
        RecordedRun run = Dead(40, calendar: calendar).Run();

        Assert.Equal(calendar.Session(day)!.Value.Close, run.Fills[1].Fill.Time.Ticks, TimeSpan.TicksPerDay);
        Assert.True(run.Fills[1].Fill.Time.Ticks >= calendar.Session(day)!.Value.Close);
    }

    [Fact]
    public void It_trades_again_where_bars_return()
    {
        IReadOnlyList<TestBar> bars = [.. TestBar.Flat(100, 100, 90, 80), .. Enumerable.Range(25, 5).Select(day => new TestBar(Day(day), 40, 40, 40, 40))];
        RecordedRun run = Dead(30, Plan.On((0, signals => signals.Enter(Direction.Long)), (5, signals => signals.Enter(Direction.Long))), bars).Run();

        Assert.Equal([100m, 80m, 40m], run.FillPrices);
        Assert.Single(run.Positions);
    }

    [Fact]
    public void A_delisting_pays_its_price_on_its_day_and_is_no_surprise()
    {
        // The turn of the first day without trading ends on the 7th.
        RecordedRun run = Dead(30).WithActions(Delisted(12.5m)).Run();

        Assert.Equal([100m, 12.5m], run.FillPrices);
        Assert.Equal(Day(6), run.Fills[1].Fill.Time);
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void A_delisting_at_nothing_loses_all_of_the_position()
    {
        RecordedRun run = Dead(30).WithActions(Delisted(0)).Run();

        Assert.Equal(-1000m, Assert.Single(run.Trades).Trade.Profit);
    }

    [Fact]
    public void A_short_position_pays_the_final_price()
    {
        RecordedRun run = Dead(30, Plan.On((0, signals => signals.Enter(Direction.Short))))
            .WithActions(Delisted(110)).Run();

        Assert.Equal([-10m, 10m], run.FillQuantities);
        Assert.Equal(-100m, Assert.Single(run.Trades).Trade.Profit);
    }

    [Fact]
    public void A_delisting_of_what_is_not_held_changes_nothing() => Assert.Equal(
        Dead(30, Plan.Idle).Run().Result.EventStreamHash,
        Dead(30, Plan.Idle).WithActions(Delisted(1)).Run().Result.EventStreamHash);

    [Fact]
    public void A_warning_names_what_silence_settled()
    {
        RunWarning warning = Assert.Single(Dead(30).Run().Result.Warnings);

        Assert.Equal("delisted", warning.Code);
        Assert.Equal("no bar for 10 sessions: portfolio 'main' settled DEAD (last bar 2020-01-04; 10 held closed at 80)", warning.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_left_on_a_symbol_that_ends_before_the_run_is_a_warning(bool closesAtEnd)
    {
        RecordedRun run = Dead(12, Plan.On((0, signals => signals.Enter(Direction.Long)), (3, signals => signals.Exit())))
            .WithExecution(execution => execution with { ClosesAtEnd = closesAtEnd }).Run();

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("left_without_bars", warning.Code);
        Assert.Equal(
            "portfolio 'main' was left with positions or orders on symbols whose bars end before the run does: DEAD (last bar 2020-01-04; 1 order, 10 held)",
            warning.Message);
    }

    [Fact]
    public void A_portfolio_that_trades_nothing_else_is_woken_when_its_symbol_counts_as_delisted()
    {
        // LIVE belongs to another portfolio: without it the only turn to settle DEAD in is the run's last.
        RecordedRun run = Dead(30).WithPortfolio("other", Plan.BuyFirst).Trading("main", "DEAD").Run();

        FillEvent fill = run.Fills.Last(fill => fill.Portfolio == "main").Fill;
        Assert.Equal((80m, Day(18)), (fill.Price, fill.Time));
    }

    [Fact]
    public void A_session_that_was_not_missed_leaves_nothing_behind()
    {
        // The weekday market's Friday ends before the run's Saturday, and it has no session in between.
        Assert.Empty(Dead(4, bars: TestBar.Flat(100, 100, 100), calendar: new WeekdayCalendar()).Run().Result.Warnings);
    }

    [Fact]
    public void A_portfolio_that_stopped_on_a_fault_is_settled_all_the_same()
    {
        Scenario scenario = Dead(30, Plan.On((0, signals => signals.Enter(Direction.Long)), (3, _ => throw new InvalidOperationException("broken"))));

        RecordedRun run = scenario.WithActions(Delisted(12.5m)).Run();

        Assert.Equal([100m, 12.5m], run.FillPrices);
        Assert.Equal(
            [(OrderState.Submitted, OrderCause.Order), (OrderState.Working, OrderCause.Order), (OrderState.Done, OrderCause.Fill)],
            run.OrderStates.Where(row => row.State.OrderId == 2).Select(row => (row.State.State, row.State.Cause)));
        Assert.Empty(run.Positions);
    }

    [Fact]
    public void Neither_the_size_of_chunks_nor_the_number_of_threads_shows() => RunLaws.Hold(Walking, runs: 60);

    [Fact]
    public void Money_comes_from_fills_alone() => Gen.Int[0, 100_000].Sample(seed =>
    {
        RecordedRun run = Walking(seed).Run();

        decimal cash = run.Result.Portfolios.Sum(portfolio => portfolio.InitialCapital)
            + run.Fills.Sum(fill => ((fill.Fill.Side == Side.Buy ? -fill.Fill.Quantity : fill.Fill.Quantity) * fill.Fill.Price) - fill.Fill.Commission);
        Assert.Equal(cash, run.Result.Portfolios.Sum(portfolio => portfolio.Cash));
        Assert.All(run.Fills, fill => Assert.Contains(run.Orders, order => order.Portfolio == fill.Portfolio && order.Order.Order.Id == fill.Fill.OrderId));
    }, iter: 100);

    /// <summary>Random walks that end at different times and have gaps, with a short patience and a delisting of each symbol.</summary>
    private static Scenario Walking(int seed)
    {
        var random = new Random(seed);
        Scenario scenario = Walk.Scenario(seed);
        foreach (string symbol in new[] { "A", "B" })
            scenario.WithActions(new Delisting(symbol, DateOnly.FromDateTime(Day(random.Next(70))), random.Next(200)));
        return scenario.WithExecution(execution => execution with
        {
            DelistedAfter = DelistedAfter.Parse(new[] { "3d", "5 sessions", "14d" }[random.Next(3)])!,
            DelistingReturn = random.Next(-2, 2) / 4m,
        });
    }

    /// <summary>DEAD trades on four days by default, LIVE continues.</summary>
    private static Scenario Dead(
        int days, ScriptedStrategy.Script? script = null, IReadOnlyList<TestBar>? bars = null, ITradingCalendar? calendar = null) =>
        new Scenario { Calendar = calendar }
            .WithBars("DEAD", bars ?? TestBar.Flat(100, 100, 90, 80))
            .WithBars("LIVE", TestBar.Flat([.. Enumerable.Repeat(50d, days)]))
            .WithPortfolio("main", Only("DEAD", script ?? Plan.BuyFirst));

    /// <summary>The first day without trading is 6 January.</summary>
    private static Delisting Delisted(decimal? price) => new("DEAD", DateOnly.FromDateTime(Day(5)), price);

    private static DateTime Day(int day) => TestBar.FirstDay.AddDays(day);

    private static ScriptedStrategy.Script Only(string symbol, ScriptedStrategy.Script script) =>
        (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Symbol == symbol)
                script(bar, position, signals);
        };
}

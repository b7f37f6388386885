namespace Backtest.Tests;

/// <summary>What an account closes when its equity falls below the maintenance margin; figures computed by hand.</summary>
public sealed class MarginCallTests
{
    private static readonly AccountConfig.RegT RegT = new();

    [Fact]
    public void What_restores_the_margin_of_a_long_is_closed_at_the_next_open()
    {
        // At 67 the equity of 3,400 is above a quarter of 13,400. At 66 it is 3,200 against 3,300: 100 / (0.25 · 66) = 6.06.
        RecordedRun run = Run(200, Direction.Long, 100, 100, 67, 66, 66.5, 66.5);

        Assert.Equal([200m, -7m], run.FillQuantities);
        Assert.Equal(66.5m, run.FillPrices[1]);
        Assert.Equal("margin_call", run.Order(2).Order.Reason);
    }

    [Fact]
    public void A_short_needs_thirty_percent()
    {
        // At 116 the equity of 6,800 is below 0.3 · 23,200 = 6,960: 160 / (0.3 · 116) = 4.6.
        RecordedRun run = Run(200, Direction.Short, 100, 100, 115, 116, 116, 116);

        Assert.Equal([-200m, 5m], run.FillQuantities);
    }

    [Fact]
    public void Equity_that_equals_the_margin_is_no_call() =>
        // 100 bought at 96 with 4,800 leave 4,800 borrowed: at 64 the equity of 1,600 is a quarter of 6,400.
        Assert.Equal([100m], Of(100, Direction.Long, 4_800, 96, 96, 64, 64, 64).Run().FillQuantities);

    [Fact]
    public void Lots_are_rounded_up()
    {
        RecordedRun run = Of(200, Direction.Long, 10_000, 100, 100, 66, 66, 66)
            .WithInstrument(new Instrument { Symbol = "A", LotSize = 5 }).Run();

        Assert.Equal([200m, -10m], run.FillQuantities);
    }

    [Fact]
    public void The_largest_unrealized_loss_goes_first_and_the_next_once_it_is_gone()
    {
        Scenario scenario = Of(100, Direction.Long, 10_000, 100, 100, 60, 60, 60).WithBars("B", TestBar.Flat(100, 100, 20, 20, 20));
        RecordedRun run = scenario.Run();

        // 20,000 are held with 10,000. At 60 and 20, a loss of 12,000 leaves −2,000, which is ruin and not a call.
        Assert.All(run.Orders.Where(order => order.Order.Order.PositionEffect == PositionEffect.Close), order => Assert.Equal("ruin", order.Order.Order.Reason));

        // At 80 and 50 the equity of 3,000 is below 3,250: 250 / (0.25 · 50) = 20 of B, and none of A.
        run = Of(100, Direction.Long, 10_000, 100, 100, 80, 80, 80).WithBars("B", TestBar.Flat(100, 100, 50, 50, 50)).Run();
        Assert.Equal(("B", 20m), (run.Fills[2].Fill.Instrument.Symbol, run.Fills[2].Fill.Quantity));
        Assert.Equal(3, run.Fills.Count);

        // At 60 and 45 the equity is 500 against 2,625: all of B, 4,500 / 4, is not enough; 1,000 / (0.25 · 60) = 66.7 of A.
        run = Of(100, Direction.Long, 10_000, 100, 100, 60, 60, 60).WithBars("B", TestBar.Flat(100, 100, 45, 45, 45)).Run();
        Assert.Equal([("B", 100m), ("A", 67m)], run.Fills.Skip(2).Select(fill => (fill.Fill.Instrument.Symbol, fill.Fill.Quantity)).OrderByDescending(fill => fill.Symbol));
    }

    [Fact]
    public void What_was_entered_on_the_intraday_margin_needs_the_initial_one_at_the_close_of_the_day()
    {
        var scenario = new Scenario { Timeframe = new Timeframe(1, 'h'), Calendar = new WeekdayCalendar() };
        IReadOnlyList<TestBar> bars = [.. Walk.Bars(1, 60, timeframe: scenario.Timeframe).Select(bar => bar with { Open = 100, High = 100, Low = 100, Close = 100 })];
        scenario.WithBars("A", bars).WithPortfolio("main", Plan.BuyFirst, quantity: 1000, capital: 10_000)
            .WithFirst(portfolio => portfolio with { Account = RegT with { IntradayMargin = 0.25m } });
        RecordedRun run = scenario.Run();

        Assert.Equal([400m, -200m], run.FillQuantities);
        Assert.Equal(TestBar.FirstDay.AddHours(21), run.Fills[1].Fill.Time);
    }

    [Fact]
    public void A_call_is_warned_of()
    {
        RunWarning warning = Assert.Single(Run(200, Direction.Long, 100, 100, 66, 65, 65).Result.Warnings, warning => warning.Code == "margin_call");
        Assert.Contains("2020-01-03", warning.Message, StringComparison.Ordinal);
    }

    private static RecordedRun Run(decimal quantity, Direction direction, params double[] closes) =>
        Of(quantity, direction, 10_000, closes).Run();

    private static Scenario Of(decimal quantity, Direction direction, int capital, params double[] closes) =>
        Scenario.Of(TestBar.Flat(closes), Plan.On((0, signals => signals.Enter(direction))), quantity, capital)
            .WithFirst(portfolio => portfolio with { Account = RegT });
}

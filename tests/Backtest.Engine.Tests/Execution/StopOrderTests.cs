namespace Backtest.Tests;

public sealed class StopOrderTests
{
    [Fact]
    public void A_stop_fills_at_its_price_when_the_bar_touches_it()
    {
        Assert.Equal([11m], Buy(stop: 11, limit: null, (10, 12, 9, 10)).FillPrices);
    }

    [Fact]
    public void A_stop_rests_while_no_bar_touches_it()
    {
        Assert.Empty(Buy(stop: 11, limit: null, (10, 10.9, 9, 10)).Fills);
    }

    [Fact]
    public void A_gap_through_an_entry_stop_fills_at_the_open()
    {
        Assert.Equal([12m], Buy(stop: 11, limit: null, (12, 13, 11.5, 12)).FillPrices);
    }

    [Fact]
    public void A_stop_slips_beyond_the_range_of_the_bar()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 11, 9, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Stop = 11 }))))
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.BasisPoints(100) })
            .Run();

        Assert.Equal([11.11m], run.FillPrices);
    }

    [Fact]
    public void A_stop_limit_fills_at_its_stop_within_the_bar()
    {
        RecordedRun run = Buy(stop: 11, limit: 11.5, (10, 12, 9, 10));

        Assert.Equal([11m], run.FillPrices);
        Assert.Equal(OrderType.StopLimit, run.Order(1).Order.Type);
    }

    [Fact]
    public void A_stop_limit_that_opens_beyond_its_limit_waits_for_the_limit()
    {
        Assert.Equal([11.5m], Buy(stop: 11, limit: 11.5, (12, 13, 11.8, 12), (12, 12, 11.4, 12)).FillPrices);
    }

    [Fact]
    public void A_stop_limit_that_opens_between_stop_and_limit_fills_at_the_open()
    {
        Assert.Equal([11.2m], Buy(stop: 11, limit: 11.5, (11.2, 13, 11, 12)).FillPrices);
    }

    [Fact]
    public void A_stop_limit_is_no_limit_before_its_stop_is_touched()
    {
        Assert.Empty(Buy(stop: 11, limit: 11.5, (10, 10.5, 9, 10), (10, 10.5, 9, 10)).Fills);
    }

    [Fact]
    public void A_stop_to_sell_short_is_touched_by_the_low()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 12, 9, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Short, new EntryTerms { Stop = 9.5 })))).Run();

        Assert.Equal([9.5m], run.FillPrices);
        Assert.Equal([-10m], run.FillQuantities);
    }

    private static RecordedRun Buy(double stop, double? limit, params (double, double, double, double)[] bars) => Scenario.Of(
        TestBar.Days([(10, 10, 10, 10), .. bars]),
        Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Stop = stop, Limit = limit })))).Run();
}

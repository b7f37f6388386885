namespace Backtest.Tests;

public sealed class FillTests
{
    [Fact]
    public void A_market_order_fills_at_the_next_open()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 11, 9, 10.5), (12, 13, 11, 12.5), (14, 15, 13, 14.5)),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long);
            }).Run();

        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal(12m, fill.Price);
        Assert.Equal(TestBar.FirstDay.AddDays(1), fill.Time);
        Assert.Equal(10m, fill.Quantity);
    }

    [Fact]
    public void With_fill_close_a_market_order_fills_at_the_close_it_was_decided_on()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 11, 9, 10.5), (12, 13, 11, 12.5)),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long);
            }).WithExecution(execution => execution with { FillsAtClose = true }).Run();

        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal(10.5m, fill.Price);
        Assert.Equal(TestBar.FirstDay.AddDays(1), fill.Time);
        Assert.Equal(TestBar.FirstDay, fill.BarStart);
    }

    [Fact]
    public void Fill_reaches_only_the_portfolio_that_ordered_it()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 20), BuyOnFirstBar)
            .WithPortfolio("idle", static (BarEvent bar, in Position position, ISignals signals) => { })
            .Run();

        Assert.All(run.Fills, fill => Assert.Equal("main", fill.Portfolio));
        Assert.Equal(100_100m, run.Result.Portfolios[0].FinalEquity);
        Assert.Equal(100_000m, run.Result.Portfolios[1].FinalEquity);
    }

    [Fact]
    public void A_stop_loss_at_a_distance_fills_at_the_stop()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 11, 9.5, 10), (10, 10, 8, 9)),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) });
            }).Run();

        Assert.Equal([10m, 9m], run.Fills.Select(fill => fill.Fill.Price));
    }

    [Fact]
    public void A_gap_through_a_stop_fills_at_the_open()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 11, 9.5, 10), (7, 8, 6, 7)),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(9) });
            }).Run();

        Assert.Equal(7m, run.Fills[1].Fill.Price);
    }

    [Fact]
    public void When_both_could_fill_in_one_bar_the_stop_does_and_the_target_is_canceled()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 12, 8, 10)),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1), TakeProfit = PriceLevel.Offset(1) });
            }).Run();

        Assert.Equal(9m, run.Fills[1].Fill.Price);
        Assert.Contains(run.Orders, order => order.Order is { Status: OrderStatus.Canceled, Reason: "other_filled" });
    }

    private static void BuyOnFirstBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (bar.Index == 0)
            signals.Enter(Direction.Long);
    }
}

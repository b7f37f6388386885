namespace Backtest.Tests;

public sealed class SplitTests
{
    [Fact]
    public void A_split_multiplies_what_is_held_and_leaves_its_cost()
    {
        // 10 at 100 become 70 at 100/7, which are worth 1,050 at the close of 15.
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 105, 15), Plan.BuyFirst).WithSplit(3, 7).Run();

        PositionRecord position = Assert.Single(run.Positions);
        Assert.Equal((70m, 1000m / 70m, 50m), (position.Quantity, position.AveragePrice, position.Unrealized));
        Assert.Equal(100_050m, run.Result.FinalEquity);
    }

    [Fact]
    public void Equity_does_not_jump_where_the_price_does()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 98, 14, 14), Plan.BuyFirst).WithSplit(3, 7).Run();

        Assert.Equal([100_000d, 100_000d, 99_980d, 99_980d, 99_980d], Equity(run));
    }

    [Fact]
    public void A_split_comes_ahead_of_the_fills_of_its_day()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 100, 50),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Exit()))).WithSplit(3, 2).Run();

        Assert.Equal([10m, -20m], run.FillQuantities);
        Assert.Equal(0m, Assert.Single(run.Trades).Trade.Profit);
    }

    [Fact]
    public void A_split_on_a_day_without_a_bar_comes_with_the_next_one()
    {
        IReadOnlyList<TestBar> bars = TestBar.Flat(100, 100, 100, 100, 50);

        RecordedRun run = Scenario.Of([.. bars.Take(3), bars[4]], Plan.BuyFirst).WithSplit(3, 2).Run();

        Assert.Equal(TestBar.FirstDay.AddDays(4).Ticks, Assert.Single(run.Actions).Time);
        Assert.Equal(100_000m, run.Result.FinalEquity);
    }

    [Fact]
    public void Parts_of_a_lot_are_paid_out_at_the_last_close_after_the_split()
    {
        // 10 · 0.25 = 2.5 lots: half a unit is paid out at 4 · 110 / 2, of which 50 · 4 / 2 was its cost.
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 110, 440), Plan.BuyFirst).WithSplit(3, 0.25m).Run();

        PositionActionEvent action = Assert.Single(run.Actions);
        Assert.Equal((2m, 220m), (action.Quantity, action.Cash));
        Assert.Equal(800m, Assert.Single(run.Positions).AveragePrice * 2);
        Assert.Equal(100_000m + 100m, run.Result.FinalEquity);
    }

    [Fact]
    public void A_position_that_comes_to_less_than_a_lot_ends_its_trade()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 110, 2200),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(50) })))).WithSplit(3, 0.05m).Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((0.5m, 2000m, 2200m, 100m), (trade.Quantity, trade.EntryPrice, trade.ExitPrice, trade.Profit));
        Assert.Equal((3L, TestBar.FirstDay.AddDays(3).Ticks), (trade.ExitIndex, trade.ExitTime));
        Assert.Empty(run.Positions);
        Assert.Equal((OrderStatus.Canceled, "position_closed"), (run.Order(2).Status, run.Order(2).Reason));
    }

    [Fact]
    public void A_third_is_no_decimal_and_still_makes_whole_lots()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 100, 300), Plan.BuyFirst, quantity: 30).WithSplit(3, 1m / 3m).Run();

        Assert.Equal(10m, Assert.Single(run.Positions).Quantity);
        Assert.Equal(0m, Assert.Single(run.Actions).Cash);
    }

    [Fact]
    public void A_trade_in_progress_is_told_in_units_after_the_split()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 120, 60, 55),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (3, signals => signals.Exit()))).WithSplit(3, 2).Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((20m, 50m, 55m, 100m), (trade.Quantity, trade.EntryPrice, trade.ExitPrice, trade.Profit));
        Assert.Equal((0d, 200d, 3L), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion, trade.Bars));
    }

    [Fact]
    public void A_resting_limit_waits_at_the_price_after_the_split()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((100, 100, 100, 100), (100, 100, 95, 100), (50, 50, 46, 50), (50, 50, 44, 50)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 90 })))).WithSplit(2, 2).Run();

        Assert.Equal([45m], run.FillPrices);
        Assert.Equal([20m], run.FillQuantities);
        Assert.Equal((20m, 20m, 45d), (run.Order(1).Order.Quantity, run.Order(1).Filled, run.Order(1).Order.LimitPrice));
    }

    [Fact]
    public void A_stop_loss_works_on_at_the_price_after_the_split()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((100, 100, 100, 100), (100, 100, 100, 100), (50, 50, 46, 50), (50, 50, 44, 50)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(90), TakeProfit = PriceLevel.At(130) }))))
            .WithSplit(2, 2)
            .Run();

        Assert.Equal([100m, 45m], run.FillPrices);
        Assert.Equal([10m, -20m], run.FillQuantities);
        Assert.Equal((65d, "other_filled"), (run.Order(3).Order.LimitPrice, run.Order(3).Reason));
    }

    [Fact]
    public void A_trailing_stop_follows_on_at_the_distance_after_the_split()
    {
        // The best of 120 becomes 60, the distance of 10 becomes 5.
        RecordedRun run = Scenario.Of(
            TestBar.Days((100, 100, 100, 100), (100, 120, 115, 120), (60, 61, 58, 60), (60, 60, 55, 57)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { TrailingStop = 10 })))).WithSplit(2, 2).Run();

        Assert.Equal([100m, 56m], run.FillPrices);
    }

    [Fact]
    public void No_lot_is_left_unprotected_where_protection_does_not_divide()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 10, 10), (20, 20, 20, 20), (20, 20, 1, 2)),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(5) })),
                (1, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(5), Add = true }))),
            quantity: 5).WithSplit(3, 0.5m).Run();

        Assert.Empty(run.Positions);
        Assert.Equal([5m, 5m, -3m, -2m], run.FillQuantities);
    }

    [Fact]
    public void A_commission_by_share_counts_what_was_traded_before_the_split_as_it_was()
    {
        IReadOnlyList<TestBar> bars =
            [.. TestBar.Volumes(100, 0, 50, 50), new TestBar(TestBar.FirstDay.AddDays(3), 50, 50, 50, 50, 1000)];

        RecordedRun run = Scenario.Of(bars, Plan.BuyFirst)
            .WithExecution(execution => execution with { VolumeLimit = 0.1m, Commission = new CommissionConfig.PerShare(1) })
            .WithSplit(2, 2)
            .Run();

        Assert.Equal([5m, 5m, 5m], run.FillQuantities);
        Assert.Equal([5m, 5m, 5m], run.Fills.Select(fill => fill.Fill.Commission));
    }

    [Fact]
    public void A_strategy_reads_its_position_in_units_after_the_split()
    {
        var seen = new List<Position>();
        Scenario.Of(TestBar.Flat(100, 100, 105, 15), (BarEvent bar, in Position position, ISignals signals) =>
        {
            seen.Add(position);
            if (bar.Index == 0)
                signals.Enter(Direction.Long);
        }).WithSplit(3, 7).Run();

        Assert.Equal((70m, 100m / 7m, 2), (seen[3].Quantity, seen[3].LastEntryPrice, seen[3].BarsHeld));
        Assert.Equal(50, seen[3].UnrealizedProfit, 9);
    }

    [Fact]
    public void A_frozen_portfolio_is_split_as_well()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 100, 14, 15),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 2)
                    throw new InvalidOperationException("broken");
                if (bar.Index == 0)
                    signals.Enter(Direction.Long);
            }).WithSplit(3, 7).Run();

        Assert.Equal(RunStatus.Faulted, run.Result.Status);
        Assert.Equal(100_050m, run.Result.FinalEquity);
    }

    private static double[] Equity(RecordedRun run) =>
        [.. run.Equity.Where(row => row.Portfolio == "main").Select(row => Math.Round(row.Equity, 9))];
}

using CsCheck;

namespace Backtest.Tests;

public sealed class AdjustedCostsTests
{
    private static readonly Instrument Cents = new() { Symbol = "A", TickSize = 0.01m };
    private static readonly SlippageConfig FiveBasisPoints = new SlippageConfig.BasisPoints(5);

    [Fact]
    public void A_commission_by_share_counts_units_of_the_day()
    {
        // Before 3 January each traded unit is 7 adjusted units: 70 were 10.
        RecordedRun run = BuyAndSell(quantity: 70).WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0.1m) }).Run();

        Assert.Equal([1m, 7m], Commissions(run));
    }

    [Fact]
    public void A_dividend_in_the_prices_leaves_units_as_they_were()
    {
        RecordedRun run = BuyAndSell(quantity: 70).WithAdjustment(2, divisor: 1.25, units: 1)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0.1m) }).Run();

        Assert.Equal([7m, 7m], Commissions(run));
    }

    [Fact]
    public void Its_minimum_looks_at_units_of_the_day_and_its_maximum_at_the_value()
    {
        // 10 units would cost 1, so the minimum of 2 applies; 70 cost 7, so the maximum of 0.0005 · 70 · 100 applies.
        RecordedRun run = BuyAndSell(quantity: 70).WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0.1m, Minimum: 2, Maximum: 0.0005m) }).Run();

        Assert.Equal([2m, 3.5m], Commissions(run));
    }

    [Fact]
    public void An_order_filled_over_a_split_is_charged_for_units_of_both_days()
    {
        // 35 on each day: first 5 units, which cost the minimum, then 35 units, so 40 in all.
        RecordedRun run = Scenario.Of(TestBar.Volumes(100, 350, 350, 350), Plan.BuyFirst, quantity: 70)
            .WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { VolumeLimit = 0.1m, Commission = new CommissionConfig.PerShare(1, Minimum: 6) })
            .Run();

        Assert.Equal([35m, 35m], run.FillQuantities);
        Assert.Equal([6m, 34m], Commissions(run));
    }

    [Fact]
    public void A_percentage_of_the_value_is_what_it_was()
    {
        RecordedRun run = BuyAndSell(quantity: 70).WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.Percent(0.001m) }).Run();

        Assert.Equal([7m, 7m], Commissions(run));
    }

    [Fact]
    public void All_of_the_equity_buys_what_it_pays_for_with_the_fee_of_the_day()
    {
        // 70 at 100 and a fee of 1 for 10 units; with a fee for 70 units only 69 would fit.
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 100), Plan.BuyFirst, quantity: 70, capital: 7001)
            .WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0.1m) }).Run();

        Assert.Equal([70m], run.FillQuantities);
    }

    [Fact]
    public void A_risk_manager_is_told_the_fee_of_the_day()
    {
        var told = new List<decimal>();
        var scenario = Scenario.Of(TestBar.Flat(100, 100, 100), Plan.Idle).WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0.1m) });
        scenario.Plugins.Add("main", new ScriptedRisk(10, (in turn, _) => told.Add(turn.Portfolio.Commission(Cents, 70, 100))));
        scenario.Run();

        Assert.Equal([1m, 1m, 7m], told);
    }

    [Fact]
    public void A_slipped_price_goes_to_the_tick_as_it_was_traded()
    {
        // 700.03 slips to 700.380015, and therefore to 700.39; 100 slips to 99.95, which is on a tick.
        RecordedRun run = BuyAndSell(quantity: 70, first: 700.03 / 7).WithInstrument(Cents).WithAdjustment(2, divisor: 7, units: 7)
            .WithExecution(execution => execution with { Slippage = FiveBasisPoints }).Run();

        Assert.Equal([100.055714285714m, 99.95m], run.FillPrices);
        Assert.Equal([3.60m, 3.50m], run.Fills.Select(fill => Math.Round(fill.Fill.Slippage, 8)));
    }

    [Fact]
    public void What_does_not_slip_keeps_the_price_of_the_data()
    {
        RecordedRun run = BuyAndSell(quantity: 70, first: 700.03 / 7).WithInstrument(Cents).WithAdjustment(2, divisor: 7, units: 7).Run();

        Assert.Equal([(decimal)(700.03 / 7), 100m], run.FillPrices);
        Assert.All(run.Fills, fill => Assert.Equal(0m, fill.Fill.Slippage));
    }

    [Fact]
    public void Limits_and_stops_go_to_the_tick_as_it_was_traded()
    {
        // 650.004 and 749.996 are not prices on a tick.
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 100),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms
            {
                Limit = 700.007 / 7,
                StopLoss = PriceLevel.At(650.004 / 7),
                TakeProfit = PriceLevel.Offset((749.996 - 700) / 7),
            })))).WithInstrument(Cents).WithAdjustment(3, divisor: 7, units: 7).Run();

        Assert.Equal(700.00 / 7, run.Order(1).Order.LimitPrice);
        Assert.Equal(650.00 / 7, run.Order(2).Order.StopPrice);
        Assert.Equal(750.00 / 7, run.Order(3).Order.LimitPrice);
    }

    [Theory]
    [InlineData(3, 0.49 * 126)] // 62 is between 126 and 127 ticks
    [InlineData(4, 0.07 * 885)] // 62 was 434, between 885 and 886
    public void A_trailing_stop_goes_to_the_tick_of_each_day(int step, double stop)
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((70, 70, 70, 70), (70, 70, 70, 70), (70, 71, 70, 71), (71, 72, 71, 72)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { TrailingStop = 10 }))))
            .WithInstrument(new Instrument { Symbol = "A", TickSize = 0.49m }).WithAdjustment(step, divisor: 7, units: 7).Run();

        Assert.Equal(stop, run.Order(2).Order.StopPrice, 1e-12);
    }

    [Fact]
    public void An_order_that_rests_over_a_step_keeps_its_price()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 90, 95)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(650.03 / 7) }))))
            .WithInstrument(Cents).WithAdjustment(2, divisor: 7, units: 7).Run();

        Assert.Equal(650.03 / 7, run.Order(2).Order.StopPrice);
        Assert.Equal([100m, (decimal)(650.03 / 7)], run.FillPrices);
    }

    [Fact]
    public void A_price_on_a_tick_stays_on_it_whatever_the_factor() => Gen.Select(
        Gen.Int[1, 100_000_000], Gen.Double[0.001, 1000], Gen.OneOf(Gen.Const(0.01m), Gen.Const(0.05m), Gen.Const(0.0001m))).Sample(
        (ticks, divisor, tick) =>
        {
            var instrument = new Instrument { Symbol = "A", TickSize = tick };
            var factors = new AdjustmentFactors(divisor, units: 1);
            double adjusted = (double)(ticks * tick) / divisor;

            Assert.Equal(adjusted, Ticks.Stop(adjusted, Side.Buy, instrument, factors));
            Assert.Equal(adjusted, Ticks.Stop(adjusted, Side.Sell, instrument, factors));
            Assert.Equal(adjusted, Ticks.Limit(adjusted, Side.Buy, instrument, factors));
            Assert.Equal(adjusted, Ticks.Limit(adjusted, Side.Sell, instrument, factors));
        });

    [Fact]
    public void A_distance_of_ticks_from_a_fill_on_a_tick_is_on_one_whatever_the_factor() => Gen.Select(
        Gen.Int[2, 100_000_000], Gen.Double[0.5, 1], Gen.Double[0.001, 1000]).Sample((ticks, share, divisor) =>
        {
            var factors = new AdjustmentFactors(divisor, units: 1);
            int left = (int)(ticks * share);
            decimal fill = (decimal)factors.Adjusted(ticks * 0.01m);
            double distance = factors.Adjusted((ticks - left) * 0.01m);

            Assert.Equal(factors.Adjusted(left * 0.01m), Ticks.Stop((double)fill - distance, Side.Sell, Cents, factors));
            Assert.Equal(factors.Adjusted(left * 0.01m), Ticks.Limit((double)fill - distance, Side.Sell, Cents, factors));
        });

    [Fact]
    public void A_day_has_the_factors_of_the_first_step_after_it()
    {
        var day = new DateOnly(2020, 1, 10);
        var schedule = new AdjustmentSchedule(
        [
            new SourceSeries("A", Timeframe.Day, HasVolume: false, Bars: null, EveryDayCalendar.Utc)
            {
                Adjustments = [new AdjustmentStep(day, 14, 14), new AdjustmentStep(day.AddDays(5), 7, 7)],
            },
            new SourceSeries("B", Timeframe.Day, HasVolume: false, Bars: null, EveryDayCalendar.Utc),
        ]);

        Assert.Equal([14m, 7m, 7m, 1m, 1m], new[] { -1, 0, 4, 5, 100 }
            .Select(days => 14 / AdjustmentFactors.Traded(14, schedule.Of(0, day.DayNumber + days))));
        Assert.Null(schedule.Of(1, day.DayNumber));
    }

    private static IEnumerable<decimal> Commissions(RecordedRun run) => run.Fills.Select(fill => fill.Fill.Commission);

    /// <summary>Buys at the open of 2 January and sells at that of 3 January, at 100 by default.</summary>
    private static Scenario BuyAndSell(decimal quantity, double first = 100) => Scenario.Of(
        TestBar.Flat(100, first, 100),
        Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())),
        quantity);
}

namespace Backtest.Tests;

public sealed class SlippageTests
{
    [Fact]
    public void A_market_order_to_buy_slips_up_and_one_to_sell_slips_down()
    {
        RecordedRun run = Slipped(10, instrument: null);

        Assert.Equal([100.1m, 99.9m], run.FillPrices);
    }

    [Fact]
    public void Slippage_is_recorded_in_money()
    {
        RecordedRun run = Slipped(10, new Instrument { Symbol = "A", Multiplier = 5 });

        Assert.Equal(0.1m * 10 * 5, run.Fills[0].Fill.Slippage);
    }

    [Fact]
    public void A_slipped_price_is_rounded_to_the_tick_against_the_trader()
    {
        RecordedRun run = Slipped(10, new Instrument { Symbol = "A", TickSize = 0.25m });

        Assert.Equal([100.25m, 99.75m], run.FillPrices);
    }

    [Fact]
    public void A_stop_loss_slips()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 90, 95)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(95) }))))
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.BasisPoints(100) })
            .Run();

        Assert.Equal([101m, 94.05m], run.FillPrices);
    }

    private static RecordedRun Slipped(decimal basisPoints, Instrument? instrument)
    {
        Scenario scenario = Scenario.Of(
            TestBar.Flat(100, 100, 100),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())))
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.BasisPoints(basisPoints) });
        return (instrument is null ? scenario : scenario.WithInstrument(instrument)).Run();
    }
}

namespace Backtest.Tests;

public sealed class RoundingTests
{
    private static readonly Instrument Ticked = new() { Symbol = "A", TickSize = 0.25m };

    [Fact]
    public void Limit_prices_are_rounded_to_the_tick_for_what_was_asked()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 9, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9.3 })))).WithInstrument(Ticked).Run();

        Assert.Equal([9.25m], run.FillPrices);
    }

    [Fact]
    public void Stops_are_rounded_to_the_tick_against_the_trader()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 9, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(0.6) })))).WithInstrument(Ticked).Run();

        Assert.Equal([10m, 9.25m], run.FillPrices);
    }

    [Fact]
    public void A_fill_at_a_price_of_the_data_is_not_rounded()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10.1), Plan.BuyFirst).WithInstrument(Ticked).Run();

        Assert.Equal([10.1m], run.FillPrices);
    }

    [Fact]
    public void Quantities_are_rounded_down_to_the_lot()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst, quantity: 199)
            .WithInstrument(new Instrument { Symbol = "A", LotSize = 100 }).Run();

        Assert.Equal([100m], run.FillQuantities);
    }

    [Fact]
    public void A_quantity_below_the_lot_is_vetoed()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst, quantity: 99)
            .WithInstrument(new Instrument { Symbol = "A", LotSize = 100 }).Run();

        Assert.Equal(["below_lot"], run.Outcomes);
    }

    [Fact]
    public void A_partial_exit_is_rounded_down_to_the_lot()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 10, 10),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit(0.35)))).Run();

        Assert.Equal([10m, -3m], run.FillQuantities);
    }
}

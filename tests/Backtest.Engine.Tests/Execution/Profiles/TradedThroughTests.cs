namespace Backtest.Tests;

/// <summary>The fills that the profile <c>pessimistic</c> rejects, compared with the standard rules.</summary>
public sealed class TradedThroughTests
{
    [Theory]
    [InlineData(99.00, null, false)]
    [InlineData(98.99, null, true)]
    [InlineData(98.99, 0.05, false)]
    [InlineData(98.95, 0.05, true)]
    public void A_limit_fills_only_when_the_market_trades_through_it_by_a_tick(double low, double? tick, bool fills)
    {
        RecordedRun run = Run(TestBar.Days((100, 101, 99.5, 100), (100, 101, low, 100)), new EntryTerms { Limit = 99 }, (decimal?)tick);

        Assert.Equal(fills ? [99m] : [], run.FillPrices);
    }

    [Fact]
    public void A_gap_through_a_limit_fills_at_the_open()
    {
        RecordedRun run = Run(TestBar.Days((100, 101, 99.5, 100), (98, 98.5, 97, 98)), new EntryTerms { Limit = 99 });

        Assert.Equal([98m], run.FillPrices);
    }

    [Fact]
    public void A_bar_without_range_fills_nothing()
    {
        RecordedRun run = Run(TestBar.Days((100, 101, 99, 100), (100, 100, 100, 100), (100, 102, 99, 101)), default);

        Assert.Equal(2, Assert.Single(run.Fills).Fill.BarIndex);
    }

    [Fact]
    public void A_bar_without_volume_fills_nothing_where_the_data_has_volume()
    {
        TestBar[] bars = [.. TestBar.Days((100, 101, 99, 100), (100, 101, 99, 100), (100, 102, 99, 101))];
        RecordedRun traded = Run([bars[0] with { Volume = 5 }, bars[1], bars[2] with { Volume = 5 }], default);
        RecordedRun unknown = Run(bars, default);

        Assert.Equal(2, Assert.Single(traded.Fills).Fill.BarIndex);
        Assert.Equal(1, Assert.Single(unknown.Fills).Fill.BarIndex);
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, EntryTerms terms, decimal? tick = null) =>
        Scenario.Of(bars, Plan.On((0, signals => signals.Enter(Direction.Long, terms))))
            .WithInstrument(new Instrument { Symbol = "A", TickSize = tick })
            .WithExecution(execution => execution with { Profile = FillProfile.All.Single(profile => profile.Name == "pessimistic") }).Run();
}

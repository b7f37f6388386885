namespace Backtest.Tests;

/// <summary>Exits that wait for a price or a time.</summary>
public sealed class WaitingExitTests
{
    [Theory]
    [InlineData("limit", 13)]
    [InlineData("stop", 7)]
    [InlineData("touch", 13)]
    public void An_exit_at_a_price_waits_for_it(string kind, double next)
    {
        ExitTerms terms = kind switch
        {
            "limit" => new ExitTerms { Limit = 12 },
            "stop" => new ExitTerms { Stop = 8 },
            _ => new ExitTerms { Touch = 12 },
        };

        RecordedRun run = Run(TestBar.Flat(10, 10, 10, next), (1, signals => signals.Exit(terms)));

        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Equal((decimal)next, run.FillPrices[1]); // the bar opened beyond it
    }

    [Fact]
    public void A_ladder_of_exits_never_closes_more_than_is_held()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 12, 14, 16), (1, signals =>
        {
            signals.Exit(new ExitTerms { Limit = 12, Fraction = 0.5 });
            signals.Exit(new ExitTerms { Limit = 14 });
            signals.Exit(new ExitTerms { Limit = 16 });
        }
        ));

        Assert.Equal([10m, -5m, -5m], run.FillQuantities);
        Assert.Equal((OrderStatus.Canceled, "position_closed"), (run.Order(4).Status, run.Order(4).Reason));
    }

    [Fact]
    public void Protection_stays_until_the_exit_fills_and_shrinks_with_it()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 12, 7), new EntryTerms { StopLoss = PriceLevel.At(8) },
            (1, signals => signals.Exit(new ExitTerms { Limit = 12, Fraction = 0.4 })));

        Assert.Equal([10m, -4m, -6m], run.FillQuantities);
        Assert.Equal("stop_loss", run.Order(2).Reason);
    }

    [Fact]
    public void An_exit_at_the_market_closes_what_another_waits_for()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 10, 12), (1, signals => signals.Exit(new ExitTerms { Limit = 12 })), (2, signals => signals.Exit()));

        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Equal("position_closed", run.Order(2).Reason);
    }

    [Fact]
    public void An_exit_on_the_close_fills_there()
    {
        RecordedRun run = Run(TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 13, 9, 11)), (1, signals => signals.Exit(new ExitTerms { Type = OrderType.MarketOnClose })));

        Assert.Equal(11, run.FillPrices[1]);
    }

    [Fact]
    public void A_trailing_exit_follows_from_where_it_was_asked_for()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10, 12, 15, 13), (2, signals => signals.Exit(new ExitTerms { TrailFraction = 0.1 })));

        Assert.Equal(13m, run.FillPrices[1]); // below 15 minus a tenth, at the open
    }

    [Fact]
    public void An_exit_for_a_day_ends_with_it()
    {
        RecordedRun run = Run(
            TestBar.Flat(10, 10, 10, 10, 12), (1, signals => signals.Exit(new ExitTerms { Limit = 12, TimeInForce = TimeInForce.Day })));

        Assert.Equal([10m], run.FillQuantities);
        Assert.Equal("expired", run.Order(2).Reason);
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, params (long Bar, Action<ISignals> Do)[] steps) => Run(bars, default, steps);

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, EntryTerms entry, params (long Bar, Action<ISignals> Do)[] steps) =>
        Scenario.Of(bars, Plan.On([(0, signals => signals.Enter(Direction.Long, entry)), .. steps])).Run();
}

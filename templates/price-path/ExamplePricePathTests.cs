using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExamplePricePathTests
{
    [Fact]
    public void It_keeps_the_laws_of_a_price_path() => ExecutionConformance.Check<ExamplePricePath>();

    [Fact]
    public void A_bar_that_rose_met_its_low_first() => Assert.Equal(PathOrder.LowFirst, Order(open: 10, high: 14, low: 9, close: 13));

    [Fact]
    public void A_bar_that_fell_met_its_high_first() => Assert.Equal(PathOrder.HighFirst, Order(open: 13, high: 14, low: 9, close: 10));

    [Fact]
    public void A_bar_with_a_short_body_counts_against_the_position() =>
        Assert.Equal(PathOrder.Worse, Order(open: 10, high: 14, low: 9, close: 11));

    private static PathOrder Order(double open, double high, double low, double close) =>
        new ExamplePricePath().Order(new MatchedBar(open, high, low, close, Volume: 100), Direction.Long);
}

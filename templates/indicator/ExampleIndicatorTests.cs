using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleIndicatorTests
{
    private static IndicatorSpec Spec(int period) => IndicatorSpec.Bars<ExampleIndicator, double>(() => new ExampleIndicator(period), period);

    [Fact]
    public void It_keeps_the_laws_of_an_indicator() => IndicatorConformance.Check(Spec(10));

    [Fact]
    public void A_strategy_that_reads_it_keeps_the_laws_of_a_plugin() => Conformance.Check<ExampleIndicatorStrategy>();

    [Fact]
    public void It_is_the_mean_of_where_bars_close()
    {
        var indicator = new ExampleIndicator(2);

        Assert.Equal(double.NaN, indicator.Update(Bar(high: 12, low: 8, close: 11)));
        Assert.Equal(0.5, indicator.Update(Bar(high: 12, low: 8, close: 9)));
        Assert.Equal(0.625, indicator.Update(Bar(high: 12, low: 8, close: 12)));
    }

    [Fact]
    public void A_bar_without_a_range_closes_in_the_middle() =>
        Assert.Equal(0.5, new ExampleIndicator(1).Update(Bar(high: 10, low: 10, close: 10)));

    private static BarEvent Bar(double high, double low, double close) =>
        BarEvent.Create("X", new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc), close, high, low, close);
}

namespace Backtest.Tests;

public class AverageDirectionalIndexTests
{
    [Theory]
    [InlineData(1, 100, 0)]
    [InlineData(-1, 0, 100)]
    public void A_price_that_only_goes_one_way_is_all_trend(double step, double plus, double minus)
    {
        double[][] values = Probe.Of(Indicators.Adx(5)).Run(Bars.At(Enumerable.Range(0, 30).Select(bar => 100 + step * bar)));
        Assert.Equal([100, plus, minus], values[^1]);
    }
}

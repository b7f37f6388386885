namespace Backtest.Tests;

public class ReturnVolatilityTests
{
    [Fact]
    public void It_is_the_sample_deviation_of_simple_returns()
    {
        var volatility = new ReturnVolatility(2);
        double[] values = [.. ((double[])[4, 6, 3]).Select(volatility.Update)];
        Assert.Equal([double.NaN, double.NaN, Math.Sqrt(0.5)], values);
    }
}

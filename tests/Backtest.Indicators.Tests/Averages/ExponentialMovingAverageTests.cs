namespace Backtest.Tests;

public class ExponentialMovingAverageTests
{
    [Fact]
    public void It_begins_as_the_mean_and_then_weighs_two_over_period_plus_one()
    {
        var average = new ExponentialMovingAverage(3);
        double[] values = [.. ((double[])[1, 2, 6, 7, 8]).Select(average.Update)];
        Assert.Equal([double.NaN, double.NaN, 3, 5, 6.5], values);
    }
}

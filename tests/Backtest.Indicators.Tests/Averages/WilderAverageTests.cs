namespace Backtest.Tests;

public class WilderAverageTests
{
    [Fact]
    public void It_begins_as_the_mean_and_then_weighs_one_over_period()
    {
        var average = new WilderAverage(2);
        double[] values = [.. ((double[])[1, 5, 7, 4]).Select(average.Update)];
        Assert.Equal([double.NaN, 3, 5, 4.5], values);
    }
}

namespace Backtest.Tests;

public class SimpleMovingAverageTests
{
    [Fact]
    public void It_is_the_mean_of_the_last_values()
    {
        var average = new SimpleMovingAverage(3);
        double[] values = [.. ((double[])[1, 2, 6, 7, 8, 0]).Select(average.Update)];
        Assert.Equal([double.NaN, double.NaN, 3, 5, 7, 5], values);
    }

    [Fact]
    public void A_value_that_is_no_number_is_forgotten_with_its_window()
    {
        var average = new SimpleMovingAverage(3);
        double[] values = [.. ((double[])[1, 2, 3, double.NaN, 4, 5, 6]).Select(average.Update)];
        Assert.Equal([2, double.NaN, double.NaN, double.NaN, 5], values[2..]);
    }
}

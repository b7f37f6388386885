namespace Backtest.Tests;

public class IchimokuTests
{
    [Fact]
    public void The_cloud_over_a_bar_is_of_one_bar_less_than_the_displacement_ago()
    {
        double[] prices = [.. Enumerable.Range(0, 120).Select(row => 100 + 10 * Math.Sin(row / 7.0) + 0.1 * row)];
        double[][] values = Probe.Of(Indicators.Ichimoku(9, 26, 52, 26)).Run(Bars.At(prices));
        Assert.Equal(51 + 25, Array.FindIndex(values, value => double.IsFinite(value[2])));

        double[] window = prices[(100 - 25 - 51)..(100 - 25 + 1)];
        Assert.Equal((window.Max() + window.Min()) / 2, values[100][3], 1e-9);
    }

    [Fact]
    public void A_displacement_of_one_leaves_the_cloud_where_it_is_known()
    {
        double[][] values = Probe.Of(Indicators.Ichimoku(2, 2, 2, displacement: 1)).Run(Bars.At(1, 3, 5, 9));
        Assert.Equal([7, 7, 7, 7, 9], values[3]);
    }
}

namespace Backtest.Tests;

public class CommodityChannelIndexTests
{
    [Theory]
    [InlineData(MeanDeviation.OfWindow, 2, 100)]
    [InlineData(MeanDeviation.Running, 4, 100 / 3.0)]
    public void Its_deviation_is_that_of_the_window_or_a_running_one(MeanDeviation deviation, int firstRow, double last)
    {
        var index = new CommodityChannelIndex(3, deviation);
        double[] values = [.. ((double[])[1, 2, 3, 7, 8, 9])
            .Select(price => index.Update(BarEvent.Create("A", DateTime.UnixEpoch, price, price, price, price)))];
        Assert.Equal(firstRow, Array.FindIndex(values, double.IsFinite));

        // 9 is 1 above the window's mean of 8; the window's mean deviation is 2/3, and the mean of the last distances, 3, 2 and 1, is 2.
        Assert.Equal(last, values[5], 1e-9);
    }
}

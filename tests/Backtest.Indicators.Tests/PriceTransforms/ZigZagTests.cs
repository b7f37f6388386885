namespace Backtest.Tests;

public class ZigZagTests
{
    [Fact]
    public void A_turning_point_is_told_once_the_value_has_come_back_from_it()
    {
        var zigZag = new ZigZag(0.1);
        ZigZagValue[] values = [.. ((double[])[100, 105, 120, 115, 108, 90, 98, 100]).Select(zigZag.Update)];
        Assert.All(values[..2], value => Assert.True(double.IsNaN(value.Point)));
        Assert.Equal(
            [
                new ZigZagValue(100, 2, 1, 120), new ZigZagValue(100, 3, 1, 120), new ZigZagValue(120, 2, -1, 108),
                new ZigZagValue(120, 3, -1, 90), new ZigZagValue(120, 4, -1, 90), new ZigZagValue(90, 2, 1, 100),
            ],
            values[2..]);
    }
}

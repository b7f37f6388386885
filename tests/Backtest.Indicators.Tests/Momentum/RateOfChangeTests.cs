namespace Backtest.Tests;

public class RateOfChangeTests
{
    [Fact]
    public void It_is_a_fraction_of_the_value_some_bars_ago()
    {
        var change = new RateOfChange(2);
        double[] values = [.. ((double[])[4, 8, 5, 4]).Select(change.Update)];
        Assert.Equal([double.NaN, double.NaN, 0.25, -0.5], values);
    }
}

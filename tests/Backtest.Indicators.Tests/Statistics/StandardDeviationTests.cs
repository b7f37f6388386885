namespace Backtest.Tests;

public class StandardDeviationTests
{
    [Fact]
    public void It_is_that_of_the_population()
    {
        var deviation = new StandardDeviation(4);
        double[] values = [.. ((double[])[1, 5, 5, 1, 1]).Select(deviation.Update)];
        Assert.Equal([2, 2], values[3..]);
    }
}

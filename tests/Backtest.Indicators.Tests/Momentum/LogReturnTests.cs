namespace Backtest.Tests;

public class LogReturnTests
{
    [Fact]
    public void It_is_the_logarithm_of_the_ratio_to_the_value_before()
    {
        var change = new LogReturn();
        change.Update(50);
        Assert.Equal(DeterministicMath.Log(1.5), change.Update(75));
    }
}

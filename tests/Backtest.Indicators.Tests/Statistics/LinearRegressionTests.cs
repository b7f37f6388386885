namespace Backtest.Tests;

public class LinearRegressionTests
{
    [Fact]
    public void A_straight_line_is_found_again()
    {
        var regression = new LinearRegression(10);
        RegressionValue value = default;
        for (int bar = 0; bar < 100; bar++)
            value = regression.Update(7 - 0.5 * bar);
        Assert.Equal(new RegressionValue(-0.5, 7 - 0.5 * 99, 1), value);
    }

    [Fact]
    public void A_zigzag_is_hardly_explained_by_a_line()
    {
        var regression = new LinearRegression(20);
        RegressionValue value = default;
        for (int bar = 0; bar < 100; bar++)
            value = regression.Update(bar % 2);
        Assert.InRange(value.RSquared, 0, 0.01);
    }
}

namespace Backtest.Tests;

public class RelativeStrengthIndexTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(-1, 0)]
    [InlineData(0, 50)]
    public void A_price_that_only_goes_one_way_is_at_an_end_of_the_scale(double step, double expected)
    {
        var strength = new RelativeStrengthIndex(5);
        double last = double.NaN;
        for (int bar = 0; bar < 20; bar++)
            last = strength.Update(100 + step * bar);
        Assert.Equal(expected, last);
    }

    [Fact]
    public void Rises_thrice_the_falls_make_seventy_five()
    {
        var strength = new RelativeStrengthIndex(2);
        double[] values = [.. ((double[])[10, 13, 12]).Select(strength.Update)];
        Assert.Equal(75, values[^1]);
    }
}

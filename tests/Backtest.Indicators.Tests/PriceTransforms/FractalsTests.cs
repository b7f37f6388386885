namespace Backtest.Tests;

public class FractalsTests
{
    [Fact]
    public void A_high_is_a_fractal_once_two_lower_ones_follow_two_lower_ones()
    {
        double[] prices = [5, 6, 9, 8, 7, 4, 7, 8, 8, 3];
        var fractals = new Fractals(2);
        FractalValue[] values =
            [.. prices.Select(price => fractals.Update(BarEvent.Create("A", DateTime.UnixEpoch, price, price, price, price)))];

        // The low of 4 is confirmed two bars later; the two highs of 8 are equal, so neither is a fractal.
        Assert.All(values[..7], value => Assert.True(double.IsNaN(value.High)));
        Assert.Equal([new FractalValue(9, 5, 4, 2), new FractalValue(9, 6, 4, 3), new FractalValue(9, 7, 4, 4)], values[7..]);
    }
}

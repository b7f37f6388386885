namespace Backtest.Tests;

public class BollingerBandsTests
{
    [Fact]
    public void The_bands_are_some_deviations_about_the_mean()
    {
        var bands = new BollingerBands(4, 1.5);
        BandValue value = default;
        foreach (double price in (double[])[1, 5, 5, 1])
            value = bands.Update(price);
        Assert.Equal(new BandValue(Upper: 6, Middle: 3, Lower: 0, Deviation: 2), value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Deviations_that_make_no_band_are_refused(double deviations) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BollingerBands(20, deviations));
}

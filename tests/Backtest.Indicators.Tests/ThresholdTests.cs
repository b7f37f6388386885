using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Prices at a threshold count as at it, even if as binary numbers they miss it by the last digit.</summary>
public class ThresholdTests
{
    [Theory]
    [InlineData(5, 100)]
    [InlineData(10, 100)]
    [InlineData(1, 1000)]
    public void A_zigzag_turns_where_the_price_has_come_back_by_exactly_its_fraction(int part, int parts)
    {
        var random = new Random(part);
        for (int trial = 0; trial < 2000; trial++)
        {
            // For a high whose number of ticks the fraction divides, the reversal is a whole number of ticks.
            long high = parts * (long)random.Next(1, 5000);
            long low = high - high / parts * part;
            var falling = new ZigZag(part / (double)parts);
            falling.Update(high / 100.0);
            Assert.Equal(-1, falling.Update(low / 100.0).Direction);

            var rising = new ZigZag(part / (double)parts);
            rising.Update(high / 100.0);
            Assert.Equal(1, rising.Update((high + high / parts * part) / 100.0).Direction);

            var resting = new ZigZag(part / (double)parts);
            resting.Update(high / 100.0);
            Assert.True(double.IsNaN(resting.Update((low + 1) / 100.0).Direction));
        }
    }

    [Fact]
    public void Equal_movements_up_and_down_are_no_directional_movement()
    {
        // Each bar is wider than the previous one by 0.1 at both ends.
        BarSeries bars = Bars.Empty();
        for (int row = 0; row < 60; row++)
            Bars.Add(bars, 60, (600 + row + 1) / 10.0, (600 - row - 1) / 10.0, 60);
        Assert.All(Probe.Of(Indicators.Adx(5)).Run(bars)[10..], value => Assert.Equal([0, 0, 0], value));
    }

    [Fact]
    public void A_typical_price_that_has_not_moved_moves_no_money()
    {
        // The typical price is always 1.3, from 1.2, 1.3 and 1.4, from 1.1, 1.3 and 1.5, or from three times 1.3.
        (double High, double Low, double Close)[] shapes = [(1.4, 1.2, 1.3), (1.5, 1.1, 1.3), (1.3, 1.3, 1.3), (1.5, 1.2, 1.2)];
        BarSeries bars = Bars.Empty();
        for (int row = 0; row < 80; row++)
        {
            (double high, double low, double close) = shapes[row % shapes.Length];
            Bars.Add(bars, close, high, low, close, volume: 100 + row);
        }

        Assert.All(Probe.Of(Indicators.Mfi(5)).Run(bars)[5..], value => Assert.Equal([50], value));
        Assert.All(Probe.Of(Indicators.Cci(5)).Run(bars)[4..], value => Assert.Equal([0], value));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void A_body_as_long_as_the_usual_one_is_neither_long_nor_short(double body)
    {
        BarSeries bars = Bars.Empty();
        decimal open = 7;
        for (int row = 0; row < 60; row++, open += 0.1m)
        {
            decimal close = open + (decimal)body;
            Bars.Add(bars, (double)open, (double)(close + 0.1m), (double)(open - 0.1m), (double)close);
        }

        // A belt hold needs a long body, a spinning top a short one; the shadows are shorter than the body but not negligible.
        Assert.All(Probe.Of(Indicators.SpinningTop()).Run(bars)[10..], value => Assert.Equal([0], value));
        Assert.All(Probe.Of(Indicators.BeltHold()).Run(bars)[10..], value => Assert.Equal([0], value));
    }

    [Fact]
    public void A_body_of_exactly_a_tenth_of_the_usual_range_is_a_doji()
    {
        BarSeries bars = Bars.Empty();
        for (int row = 0; row < 200; row++)
        {
            decimal low = 3 + 0.1m * (row % 17);
            Bars.Add(bars, (double)(low + 0.4m), (double)(low + 1), (double)low, (double)(low + 0.5m));
        }

        Assert.All(Probe.Of(Indicators.Doji()).Run(bars)[10..], value => Assert.Equal([1], value));
    }
}

using Backtest.Plugins.Pattern;
using CsCheck;

namespace Backtest.Tests;

public sealed class SwingDetectorTests
{
    [Fact]
    public void A_swing_high_is_known_only_after_the_bars_behind_it() =>
        Assert.Equal([null, null, null, null, 5.0, null], Highs(side: 2, 1, 2, 5, 3, 2, 1));

    [Fact]
    public void A_swing_low_is_known_only_after_the_bars_behind_it() =>
        Assert.Equal([null, null, 1.0, null], Lows(side: 1, 3, 1, 2, 4));

    [Fact]
    public void Of_equal_bars_side_by_side_the_first_is_the_swing() =>
        Assert.Equal([5.0], Highs(side: 1, 1, 5, 5, 1).OfType<double>());

    [Fact]
    public void A_straight_line_has_no_swings() =>
        Assert.All(Highs(side: 2, 1, 2, 3, 4, 5, 6, 7), Assert.Null);

    [Fact]
    public void Swings_of_a_kind_are_more_bars_apart_than_their_side() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 5].Select(price => (double)price).Array[0, 60]).Sample((side, prices) =>
        {
            int last = -1000;
            double?[] highs = Highs(side, prices);
            for (int i = 0; i < highs.Length; i++)
            {
                if (highs[i] is null)
                    continue;
                Assert.True(i - last > side);
                last = i;
            }
        });

    private static double?[] Highs(int side, params double[] prices)
    {
        var swings = new SwingDetector(side);
        return [.. prices.Select(price =>
        {
            swings.Update(price, -price);
            Assert.Equal(swings.High, -swings.Low);
            return swings.High;
        })];
    }

    private static double?[] Lows(int side, params double[] prices)
    {
        var swings = new SwingDetector(side);
        return [.. prices.Select(price =>
        {
            swings.Update(price, price);
            return swings.Low;
        })];
    }
}

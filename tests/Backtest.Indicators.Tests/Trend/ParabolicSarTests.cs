namespace Backtest.Tests;

public class ParabolicSarTests
{
    [Fact]
    public void It_nears_the_extreme_faster_with_each_new_one_and_turns_where_the_price_passes_it()
    {
        (double High, double Low)[] prices = [(10, 9), (11, 10), (12, 11), (13, 12), (13, 9.5), (9, 8), (8, 7)];
        var sar = new ParabolicSar(0.02, 0.2);
        StopValue[] stops =
            [.. prices.Select(bar => sar.Update(BarEvent.Create("A", DateTime.UnixEpoch, bar.Low, bar.High, bar.Low, bar.High)))];

        // From 9, 4% of the way to 11 but not above the two lows before; 6% of the way to 12, and so on; then the extreme of the rise.
        Assert.Equal(9, stops[1].Stop, 1e-12);
        Assert.Equal(9, stops[2].Stop, 1e-12);
        Assert.Equal(9 + 0.06 * (12 - 9), stops[3].Stop, 1e-12);
        Assert.Equal(9.18 + 0.08 * (13 - 9.18), stops[4].Stop, 1e-12);
        Assert.Equal(new StopValue(13, -1), stops[5]);
        Assert.Equal(13, stops[6].Stop, 1e-12);
        Assert.All(stops[1..5], stop => Assert.Equal(1, stop.Direction));
    }
}

namespace Backtest.Tests;

public class ParabolicSarTests
{
    [Fact]
    public void It_nears_the_extreme_faster_with_each_new_one_and_turns_where_the_price_passes_it()
    {
        (double High, double Low)[] prices = [(10, 9), (11, 10), (12, 11), (13, 12), (13, 9.5), (9, 8), (8, 7)];
        StopValue[] stops = Run(StopReversal.Touched, prices);

        // From 9, 2% of the way to 11 but not above the two previous lows; 4% of the way to 12, and so on; then the extreme of the rise.
        Assert.Equal(9, stops[1].Stop, 1e-12);
        Assert.Equal(9, stops[2].Stop, 1e-12);
        Assert.Equal(9 + 0.04 * (12 - 9), stops[3].Stop, 1e-12);
        Assert.Equal(9.12 + 0.06 * (13 - 9.12), stops[4].Stop, 1e-12);
        Assert.Equal(new StopValue(13, -1), stops[5]);
        Assert.Equal(13, stops[6].Stop, 1e-12);
        Assert.All(stops[1..5], stop => Assert.Equal(1, stop.Direction));
    }

    [Fact]
    public void A_price_that_touches_the_stop_turns_it()
    {
        // The stop is the first low, 9, and the third bar falls to it.
        (double High, double Low)[] prices = [(10, 9), (11, 10), (11, 9), (10.5, 9.5)];
        Assert.Equal(new StopValue(11, -1), Run(StopReversal.Touched, prices)[2]);
        Assert.Equal(new StopValue(9, 1), Run(StopReversal.Passed, prices)[2]);
    }

    [Fact]
    public void It_begins_with_a_rise_unless_the_second_bar_moved_down_more_than_up()
    {
        Assert.Equal(new StopValue(9, 1), Run(StopReversal.Touched, [(12, 9), (11, 9.5)])[1]);
        Assert.Equal(new StopValue(9, 1), Run(StopReversal.Passed, [(12, 9), (12.5, 9)])[1]);
        Assert.Equal(new StopValue(12, -1), Run(StopReversal.Touched, [(12, 9), (11, 8)])[1]);
    }

    private static StopValue[] Run(StopReversal reversal, (double High, double Low)[] prices)
    {
        var sar = new ParabolicSar(0.02, 0.2, reversal);
        return [.. prices.Select(bar => sar.Update(BarEvent.Create("A", DateTime.UnixEpoch, bar.Low, bar.High, bar.Low, bar.High)))];
    }
}

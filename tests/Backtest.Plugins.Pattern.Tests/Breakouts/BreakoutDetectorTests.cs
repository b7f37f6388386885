using Backtest.Plugins.Pattern;

namespace Backtest.Tests;

public sealed class BreakoutDetectorTests
{
    [Fact]
    public void A_close_above_a_level_that_held_breaks_out_upward() => Assert.Equal([0, 0, 0, 1], Directions(98, 99, 100, 103));

    [Fact]
    public void A_close_below_a_level_that_held_breaks_out_downward() => Assert.Equal([0, 0, 0, -1], Directions(103, 102, 101, 97));

    [Fact]
    public void A_level_a_recent_close_was_beyond_is_not_fresh() => Assert.Equal([0, 0, 0, 0], Directions(103, 99, 98, 104));

    [Fact]
    public void Without_volume_there_is_no_breakout() =>
        Assert.Equal([0, 0, 0, 0], Directions(isConfirmed: _ => false, 98, 99, 100, 103));

    [Fact]
    public void Volume_that_comes_a_bar_late_confirms_nothing() =>
        Assert.Equal([0, 0, 0, 0, 0], Directions(isConfirmed: bar => bar == 4, 98, 99, 100, 103, 104));

    [Fact]
    public void Too_few_closes_tell_nothing_about_freshness() => Assert.Equal([0, 0], Directions(98, 103));

    [Fact]
    public void A_breakout_lasts_as_long_as_told() =>
        Assert.Equal([1, 1, 1, 0], Directions(98, 99, 100, 103, 104, 105, 106).Skip(3));

    [Fact]
    public void A_breakout_ends_when_a_close_comes_back_inside() =>
        Assert.Equal([1, 0, 0], Directions(98, 99, 100, 103, 101, 104).Skip(3));

    private static int[] Directions(params double[] closes) => Directions(isConfirmed: _ => true, closes);

    // One level from 100 to 102, fresh after three closes, and breakouts that last three bars.
    private static int[] Directions(Func<int, bool> isConfirmed, params double[] closes)
    {
        var levels = new SupportResistanceLevels(minimumTouches: 2, memory: 100, side: 1);
        levels.Add(100, tolerance: 5, bar: 0);
        levels.Add(102, tolerance: 5, bar: 0);
        var breakouts = new BreakoutDetector(levels, fresh: 3, hold: 3);
        return [.. closes.Select((close, bar) =>
        {
            breakouts.Update(close, isConfirmed(bar), bar);
            return breakouts.Direction;
        })];
    }
}

using Backtest.Plugins.Pattern;

namespace Backtest.Tests;

public sealed class SupportResistanceLevelsTests
{
    [Fact]
    public void Swings_close_to_each_other_are_one_level()
    {
        SupportResistanceLevels levels = Touched(100, 101, 99.5);

        SupportResistanceLevel level = Assert.Single(levels.All.ToArray());
        Assert.Equal((99.5, 101.0, 3), (level.Lowest, level.Highest, level.Touches));
        Assert.Equal(100.1666, level.Mean, 1e-3);
    }

    [Fact]
    public void Swings_far_from_each_other_are_levels_of_their_own() => Assert.Equal(2, Touched(100, 110).All.Length);

    [Fact]
    public void A_swing_goes_to_the_nearest_level() => Assert.Equal([1, 2], Touched(100, 101.8, 101).All.ToArray().Select(l => l.Touches));

    [Fact]
    public void A_level_without_enough_touches_is_not_passed() =>
        Assert.Null(Touched(100).ResistancePassed(from: 99, to: 105, bar: 10));

    [Fact]
    public void A_rise_passes_the_upper_edge() =>
        Assert.Equal(101, Touched(100, 101).ResistancePassed(from: 101, to: 101.5, bar: 10));

    [Fact]
    public void A_rise_that_stays_inside_the_level_does_not_pass_it() =>
        Assert.Null(Touched(100, 101).ResistancePassed(from: 99, to: 101, bar: 10));

    [Fact]
    public void A_rise_from_beyond_the_level_does_not_pass_it() =>
        Assert.Null(Touched(100, 101).ResistancePassed(from: 101.2, to: 105, bar: 10));

    [Fact]
    public void Of_several_levels_passed_the_last_one_counts() =>
        Assert.Equal(111, Touched(100, 101, 110, 111).ResistancePassed(from: 99, to: 120, bar: 10));

    [Fact]
    public void A_fall_passes_the_lower_edge() =>
        Assert.Equal(100, Touched(100, 101).SupportPassed(from: 100, to: 99.5, bar: 10));

    [Fact]
    public void A_level_not_touched_for_long_is_forgotten()
    {
        SupportResistanceLevels levels = Touched(100, 101);

        Assert.NotNull(levels.ResistancePassed(from: 99, to: 105, bar: 50));
        Assert.Null(levels.ResistancePassed(from: 99, to: 105, bar: 52));
    }

    [Fact]
    public void As_many_swings_as_there_can_be_find_room()
    {
        var levels = new SupportResistanceLevels(minimumTouches: 2, memory: 50, side: 1);

        // With one bar on each side, there can be a high and a low on every second bar.
        for (int bar = 0; bar < 500; bar += 2)
        {
            levels.Add(bar, tolerance: 0.1, bar);
            levels.Add(-bar - 1, tolerance: 0.1, bar);
        }

        Assert.InRange(levels.All.Length, 50, 54);
    }

    // Each swing is confirmed one bar after the previous one; the tolerance is 1.5 and the memory 50 bars.
    private static SupportResistanceLevels Touched(params double[] prices)
    {
        var levels = new SupportResistanceLevels(minimumTouches: 2, memory: 50, side: 1);
        for (int bar = 0; bar < prices.Length; bar++)
            levels.Add(prices[bar], tolerance: 1.5, bar);
        return levels;
    }
}

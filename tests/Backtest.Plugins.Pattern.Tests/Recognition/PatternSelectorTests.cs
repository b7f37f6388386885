using Backtest.Plugins.Pattern;
using static Backtest.Plugins.Pattern.ChartPattern;

namespace Backtest.Tests;

public sealed class PatternSelectorTests
{
    private const ChartPattern Range = ChartPattern.Range;

    [Fact]
    public void Nothing_is_taken_until_it_showed_long_enough() =>
        Assert.Equal([null, null, Range], Select(3, Range, Range, Range));

    [Fact]
    public void The_old_pattern_stays_until_the_new_one_showed_long_enough() =>
        Assert.Equal([Range, Range, TrendUp], Select(2, Range, Range, TrendUp, TrendUp).Skip(1));

    [Fact]
    public void A_flicker_changes_nothing() =>
        Assert.Equal([Range, Range, Range, Range], Select(2, Range, Range, TrendUp, Range, TrendUp).Skip(1));

    [Fact]
    public void A_breakout_is_taken_and_left_at_once() =>
        Assert.Equal([Range, BreakoutUp, TrendUp], Select(2, Range, Range, BreakoutUp, TrendUp).Skip(1));

    private static ChartPattern?[] Select(int minimumDuration, params ChartPattern[] patterns)
    {
        var selector = new PatternSelector(minimumDuration);
        return [.. patterns.Select(selector.Select)];
    }
}

using Backtest.Plugins.Pattern;

namespace Backtest.Tests;

public sealed class PatternClassifierTests
{
    private const string Quick = """{"swing": 3, "long_range": 40, "short_range": 5, "volume_factor": 1.2}""";

    [Fact]
    public void A_rising_line_becomes_an_uptrend_once_it_lasted() =>
        Assert.Equal(["unknown", "unknown", "trend_up", "trend_up"], Names(new Market().Line(100, from: 100, gain: 0.5)).Take(4));

    [Fact]
    public void A_falling_line_becomes_a_downtrend() =>
        Assert.Equal("trend_down", Names(new Market().Line(100, from: 200, gain: -0.5))[^1]);

    [Fact]
    public void A_breakout_with_volume_is_named_at_once() =>
        Assert.Equal("breakout_up", Names(new Market().Band(165, middle: 100, swing: 4).Bar(107, volume: 3000))[^1]);

    [Fact]
    public void The_same_breakout_without_volume_is_not() =>
        Assert.NotEqual("breakout_up", Names(new Market().Band(165, middle: 100, swing: 4).Bar(107, volume: 1000))[^1]);

    [Fact]
    public void Where_the_data_has_no_volume_none_is_needed() =>
        Assert.Equal("breakout_up", Names(new Market { HasVolume = false }.Band(165, middle: 100, swing: 4).Bar(107, volume: 0))[^1]);

    [Fact]
    public void A_bar_below_the_minimum_confidence_is_unknown()
    {
        Market market = new Market().Band(200, middle: 100, swing: 4);

        Assert.DoesNotContain("unknown", Names(market).Skip(2));
        Assert.Contains("unknown", Names(market, """{"long_range": 40, "short_range": 5, "minimum_confidence": 0.9}""").Skip(2));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(Quick)]
    public void It_conforms(string parameters) => Conformance.Check<PatternClassifier>(parameters);

    [Fact]
    public void A_random_market_shows_every_pattern() =>
        Assert.Equal(
            ["breakout_down", "breakout_up", "consolidation", "range", "trend_down", "trend_up", "unknown"],
            ClassifierHarness.Run<PatternClassifier>(Quick, TestBars.Walk(seed: 3, count: 5000)).Select(regime => regime.Name).Distinct().Order());

    [Fact]
    public void Every_confidence_is_a_share() =>
        Assert.All(ClassifierHarness.Run<PatternClassifier>(Quick, TestBars.Walk(seed: 4, count: 1000)),
            regime => Assert.InRange(regime.Confidence, 0, 1));

    [Theory]
    [InlineData("""{"short_range": 50}""", "parameters.short_range")]
    [InlineData("""{"contraction": 0}""", "parameters.contraction")]
    [InlineData("""{"swing": 0}""", "parameters.swing")]
    public void Parameters_without_meaning_are_errors(string parameters, string key) =>
        Assert.Equal(key, Assert.Single(TestParameters.Errors<PatternClassifier>(parameters)).Key);

    private static string[] Names(Market market, string parameters = Quick) =>
        [.. ClassifierHarness.Run<PatternClassifier>(parameters, market.ToSeries()).Select(regime => regime.Name)];
}

using Backtest.Plugins.Pattern;
using CsCheck;
using static Backtest.Plugins.Pattern.ChartPattern;

namespace Backtest.Tests;

public sealed class PatternRecognizerTests
{
    private const ChartPattern Range = ChartPattern.Range;

    [Fact]
    public void A_rising_line_is_an_uptrend() =>
        Assert.All(new Market().Line(100, from: 100, gain: 0.5).Recognize(), bar => Assert.Equal(TrendUp, bar.Pattern));

    [Fact]
    public void A_falling_line_is_a_downtrend() =>
        Assert.All(new Market().Line(100, from: 200, gain: -0.5).Recognize(), bar => Assert.Equal(TrendDown, bar.Pattern));

    [Fact]
    public void The_confidence_of_a_trend_is_what_its_line_explains() =>
        Assert.Equal(1, new Market().Line(100, from: 100, gain: 0.5).Recognize()[^1].Confidences[(int)TrendUp], 1e-9);

    [Fact]
    public void A_band_from_side_to_side_is_a_range()
    {
        List<(ChartPattern Pattern, double[] Confidences)> bars = new Market().Band(200, middle: 100, swing: 4).Recognize();

        Assert.True(bars.Count(bar => bar.Pattern == Range) > 0.6 * bars.Count);
        Assert.DoesNotContain(bars, bar => bar.Pattern is BreakoutUp or BreakoutDown);
    }

    [Fact]
    public void Bars_that_become_much_smaller_are_a_consolidation() =>
        Assert.Equal(Consolidation, new Market().Band(160, 100, swing: 4).Band(15, 100, swing: 0.2, range: 0.5).Recognize()[^1].Pattern);

    [Fact]
    public void Prices_that_never_move_are_a_consolidation()
    {
        var market = new Market();
        for (int i = 0; i < 100; i++)
            market.Bar(100, range: 0);

        (ChartPattern pattern, double[] confidences) = market.Recognize()[^1];

        Assert.Equal(Consolidation, pattern);
        Assert.Equal(1, confidences[(int)Consolidation]);
        Assert.All(confidences, confidence => Assert.InRange(confidence, 0, 1));
    }

    [Fact]
    public void A_close_above_the_band_with_volume_is_a_breakout() =>
        Assert.Equal(BreakoutUp, Banded().Bar(107, volume: 3000).Recognize()[^1].Pattern);

    [Fact]
    public void A_close_below_the_band_with_volume_is_a_breakout() =>
        Assert.Equal(BreakoutDown, Banded().Bar(93, volume: 3000).Recognize()[^1].Pattern);

    [Fact]
    public void The_same_close_without_volume_is_not() =>
        Assert.NotEqual(BreakoutUp, Banded().Bar(107, volume: 1000).Recognize()[^1].Pattern);

    [Fact]
    public void A_second_close_above_the_band_soon_after_is_not_fresh()
    {
        Market market = Banded().Bar(107, volume: 1000);
        for (int i = 0; i < 5; i++)
            market.Bar(101);

        Assert.NotEqual(BreakoutUp, market.Bar(107, volume: 3000).Recognize()[^1].Pattern);
    }

    [Fact]
    public void The_further_a_breakout_goes_the_surer_it_is()
    {
        double near = Banded().Bar(105.5, volume: 3000).Recognize()[^1].Confidences[(int)BreakoutUp];
        double far = Banded().Bar(108, volume: 3000).Recognize()[^1].Confidences[(int)BreakoutUp];

        Assert.InRange(near, 0.5, far - 0.01);
    }

    [Fact]
    public void Later_bars_change_nothing_before() =>
        AnyMarket.Sample(market =>
        {
            List<(ChartPattern Pattern, double[] Confidences)> whole = market.Recognize();
            int cut = market.Count - 30;
            List<(ChartPattern Pattern, double[] Confidences)> shorter = market.Recognize(bars: cut);

            Assert.Equal(whole.Take(shorter.Count).Select(bar => bar.Pattern), shorter.Select(bar => bar.Pattern));
            Assert.Equal(whole.Take(shorter.Count).Select(bar => bar.Confidences), shorter.Select(bar => bar.Confidences));
        });

    [Fact]
    public void Every_confidence_is_a_share() =>
        AnyMarket.Sample(market => Assert.All(
            market.Recognize(), bar => Assert.All(bar.Confidences, confidence => Assert.InRange(confidence, 0, 1))));

    [Fact]
    public void A_bar_allocates_nothing()
    {
        var recognizer = new PatternRecognizer(new PatternOptions { Swing = 1, Memory = 20, Fresh = 3, Touches = 1 });
        Feed(recognizer, from: 0, to: 200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Feed(recognizer, from: 200, to: 1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Gen<Market> AnyMarket { get; } = Gen.Double[-1, 1].Array[80, 200].Select(Gen.Int[500, 3000], (steps, volume) =>
    {
        var market = new Market().Bar(100);
        foreach (double step in steps)
            market.Bar(market.LastClose + step, volume: volume * (1 + step));
        return market;
    });

    // A band between 96 and 104 whose last bar is in the middle.
    private static Market Banded() => new Market().Band(165, middle: 100, swing: 4);

    private static void Feed(PatternRecognizer recognizer, int from, int to)
    {
        for (int bar = from; bar < to; bar++)
        {
            double close = 100 + (bar * 7919 % 13);
            recognizer.Update(new PatternInput(bar, close + 1, close - 1, close, new RegressionValue(0.1, close, 0.5), 1, 2, true));
        }
    }
}

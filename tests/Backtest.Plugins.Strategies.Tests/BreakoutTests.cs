using Backtest.Abstractions.Runtime;
using Backtest.Plugins.Breakout;

namespace Backtest.Tests;

public sealed class BreakoutTests
{
    private const string Parameters = """
        {"period": 2, "volume_period": 2, "volume_factor": 1.2, "atr_period": 2, "stop_multiple": 2, "target_multiple": 3,
         "direction": "both"}
        """;

    [Fact]
    public void Close_above_the_channel_of_the_bars_before_enters_long_with_stop_and_target()
    {
        RecordedSignal signal = Assert.Single(StrategyHarness.Run<BreakoutStrategy>(Parameters, Quiet(close: 11.5, volume: 200)));

        Assert.Equal((3, SignalAction.Enter, Direction.Long), (signal.Row, signal.Action, signal.Direction));
        // The true ranges are 2, 2, 2 and 2, so their average is 2.
        Assert.Equal(PriceLevel.Offset(4), signal.Terms.StopLoss);
        Assert.Equal(PriceLevel.Offset(6), signal.Terms.TakeProfit);
    }

    [Fact]
    public void Close_below_the_channel_enters_short_where_both_directions_are_allowed()
    {
        RecordedSignal signal = Assert.Single(StrategyHarness.Run<BreakoutStrategy>(Parameters, Quiet(close: 8.5, volume: 200)));

        Assert.Equal((3, Direction.Short), (signal.Row, signal.Direction));
        Assert.Empty(StrategyHarness.Run<BreakoutStrategy>(
            Parameters.Replace("both", "long", StringComparison.Ordinal), Quiet(close: 8.5, volume: 200)));
    }

    [Fact]
    public void Close_at_the_channel_is_not_beyond_it()
    {
        Assert.Empty(StrategyHarness.Run<BreakoutStrategy>(Parameters, Quiet(close: 11, volume: 200)));
    }

    [Fact]
    public void Volume_has_to_be_above_its_average()
    {
        // The average of 100 and 150 is 125, and 1.2 times that is 150.
        Assert.Empty(StrategyHarness.Run<BreakoutStrategy>(Parameters, Quiet(close: 11.5, volume: 150)));
        Assert.Single(StrategyHarness.Run<BreakoutStrategy>(Parameters, Quiet(close: 11.5, volume: 151)));
    }

    [Fact]
    public void Data_without_volume_needs_no_confirmation()
    {
        Assert.Single(StrategyHarness.Run<BreakoutStrategy>(Parameters, Quiet(close: 11.5, volume: null)));
    }

    [Fact]
    public void Nothing_is_asked_while_a_position_is_open()
    {
        BarSeries bars = Quiet(close: 11.5, volume: 200);
        TestBars.Add(bars, 12, 15, 12, 15, 1000);
        TestBars.Add(bars, 15, 17, 15, 17, 9000); // another breakout, with the target still above

        Assert.Single(StrategyHarness.Run<BreakoutStrategy>(Parameters, bars));
    }

    // Three quiet bars between 9 and 11, then one with the same range around its close.
    private static BarSeries Quiet(double close, double? volume)
    {
        BarSeries bars = TestBars.Empty(hasVolume: volume is not null);
        for (int i = 0; i < 3; i++)
            TestBars.Add(bars, 10, 11, 9, 10, volume is null ? 0 : 100);
        TestBars.Add(bars, 10, Math.Max(10, close), Math.Max(10, close) - 2, close, volume ?? 0);
        return bars;
    }
}

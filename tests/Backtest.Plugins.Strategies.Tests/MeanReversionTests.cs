using Backtest.Plugins.MeanReversion;

namespace Backtest.Tests;

public sealed class MeanReversionTests
{
    // At row 4, the mean of four is 98, their deviation √21.5, the distance −1.73 deviations and RSI(2) 6.25;
    // mirrored, the mean is 102, the distance +1.73 and RSI(2) 93.75.
    private static readonly double[] Drop = [100, 101, 100, 101, 90];
    private static readonly double[] Jump = [100, 99, 100, 99, 110];

    [Fact]
    public void Price_far_below_its_mean_is_bought_with_a_stop_in_deviations()
    {
        RecordedSignal signal = Assert.Single(Run(Drop));

        Assert.Equal((4, SignalAction.Enter, Direction.Long), (signal.Row, signal.Action, signal.Direction));
        Assert.True(signal.Terms.StopLoss!.Value.IsDistance);
        Assert.Equal(3 * Math.Sqrt(21.5), signal.Terms.StopLoss.Value.Value, 1e-9);
    }

    [Fact]
    public void Price_far_above_its_mean_is_sold_where_both_directions_are_allowed()
    {
        RecordedSignal signal = Assert.Single(Run(Jump, """, "direction": "both" """));

        Assert.Equal((4, Direction.Short), (signal.Row, signal.Direction));
        Assert.Empty(Run(Jump));
    }

    [Theory]
    [InlineData(""", "oversold": 6""")]
    [InlineData(""", "entry": 1.8""")]
    public void Price_not_far_enough_or_not_confirmed_is_left_alone(string parameters)
    {
        Assert.Empty(Run(Drop, parameters));
    }

    [Fact]
    public void Stop_may_be_left_out()
    {
        Assert.Null(Assert.Single(Run(Drop, """, "stop": null""")).Terms.StopLoss);
    }

    [Theory]
    [InlineData(96)] // above its mean of 94.25
    [InlineData(130)] // far beyond it
    public void Position_is_left_once_the_price_is_back(double close)
    {
        RecordedSignal exit = Run([.. Drop, 90, close])[^1];

        Assert.Equal((6, SignalAction.Exit, "back at the mean"), (exit.Row, exit.Action, exit.Reason));
    }

    [Fact]
    public void Position_is_kept_while_the_price_is_away()
    {
        Assert.Single(Run([.. Drop, 90, 88]));
    }

    [Fact]
    public void Position_is_left_when_time_is_up()
    {
        RecordedSignal exit = Run([.. Drop, 90, 88], """, "max_bars": 1""")[^1];

        Assert.Equal((6, SignalAction.Exit, "held long enough"), (exit.Row, exit.Action, exit.Reason));
    }

    [Fact]
    public void Price_that_has_stopped_moving_is_at_its_mean()
    {
        RecordedSignal exit = Run([.. Drop, 70, 50, 50, 50, 50], """, "stop": null""")[^1];

        Assert.Equal((9, SignalAction.Exit), (exit.Row, exit.Action));
    }

    [Fact]
    public void Exit_has_to_be_nearer_than_entry()
    {
        Assert.Equal("parameters.exit", Assert.Single(TestParameters.Errors<MeanReversionStrategy>("""{"entry": 1, "exit": 1}""")).Key);
    }

    private static IReadOnlyList<RecordedSignal> Run(double[] closes, string parameters = "")
    {
        string entry = parameters.Contains("entry", StringComparison.Ordinal) ? "" : """, "entry": 1.5""";
        return StrategyHarness.Run<MeanReversionStrategy>($$"""{"period": 4, "rsi_period": 2{{entry}}{{parameters}}}""", TestBars.Closes(closes));
    }
}

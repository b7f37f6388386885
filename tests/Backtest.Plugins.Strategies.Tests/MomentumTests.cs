using Backtest.Plugins.Momentum;

namespace Backtest.Tests;

public sealed class MomentumTests
{
    // At row 3, the change is +15% and RSI(2) is 80; mirrored, they are −15% and 20.
    private static readonly double[] Rise = [100, 90, 100, 115];
    private static readonly double[] Fall = [100, 110, 100, 85];

    [Fact]
    public void Change_beyond_the_threshold_enters_with_strength_growing_from_half()
    {
        RecordedSignal signal = Assert.Single(Run(Rise, threshold: 0.12));

        Assert.Equal((3, SignalAction.Enter, Direction.Long), (signal.Row, signal.Action, signal.Direction));
        Assert.Equal(0.15 / 0.24, signal.Strength, 1e-12);
    }

    [Fact]
    public void Strength_is_capped_at_one()
    {
        RecordedSignal signal = Assert.Single(Run([100, 90, 91, 115], threshold: 0.12));

        Assert.Equal(1, signal.Strength);
    }

    [Fact]
    public void Change_at_the_threshold_is_not_beyond_it()
    {
        Assert.Empty(Run(Rise, threshold: 0.15 + 1e-9));
    }

    [Fact]
    public void Overbought_price_is_not_bought()
    {
        Assert.Empty(Run(Rise, threshold: 0.12, overbought: 79));
    }

    [Fact]
    public void Fall_enters_short_where_both_directions_are_allowed()
    {
        RecordedSignal signal = Assert.Single(Run(Fall, threshold: 0.12, direction: "both"));

        Assert.Equal((3, Direction.Short), (signal.Row, signal.Direction));
        Assert.Empty(Run(Fall, threshold: 0.12, direction: "long"));
    }

    [Fact]
    public void Oversold_price_is_not_sold()
    {
        Assert.Empty(Run(Fall, threshold: 0.12, oversold: 21, direction: "both"));
    }

    [Fact]
    public void Position_is_left_when_momentum_turns()
    {
        IReadOnlyList<RecordedSignal> signals = Run([.. Rise, 120, 119, 118], threshold: 0.12);

        Assert.Equal([(3, SignalAction.Enter), (5, SignalAction.Exit)], signals.Select(signal => (signal.Row, signal.Action)));
    }

    [Fact]
    public void Sharp_turn_leaves_and_enters_the_other_way_in_one_turn()
    {
        IReadOnlyList<RecordedSignal> signals = Run([.. Rise, 115, 95], threshold: 0.12, direction: "both");

        Assert.Equal(
            [(3, SignalAction.Enter, Direction.Long), (5, SignalAction.Exit, default), (5, SignalAction.Enter, Direction.Short)],
            signals.Select(signal => (signal.Row, signal.Action, signal.Direction)));
    }

    [Fact]
    public void Nothing_is_asked_while_the_position_goes_well()
    {
        Assert.Single(Run([.. Rise, 116, 140, 170], threshold: 0.12, overbought: 100));
    }

    private static IReadOnlyList<RecordedSignal> Run(
        double[] closes, double threshold, double overbought = 90, double oversold = 10, string direction = "long") =>
        StrategyHarness.Run<MomentumStrategy>(
            FormattableString.Invariant($$"""
            {"lookback": 1, "rsi_period": 2, "threshold": {{threshold}}, "overbought": {{overbought}}, "oversold": {{oversold}},
             "direction": "{{direction}}"}
            """),
            TestBars.Closes(closes));
}

using Backtest.Plugins.TrendFollowing;

namespace Backtest.Tests;

public sealed class TrendFollowingTests
{
    [Fact]
    public void Strong_trend_is_entered_with_a_trailing_stop_in_true_ranges()
    {
        RecordedSignal signal = Run(Line(100, step: 1, count: 30))[0];

        Assert.Equal((SignalAction.Enter, Direction.Long, false), (signal.Action, signal.Direction, signal.Terms.Add));
        Assert.Equal(1, signal.Terms.TrailingStop!.Value, 1e-12);
    }

    [Fact]
    public void Units_are_added_one_distance_apart_up_to_the_most()
    {
        // Each signal fills one bar later at a price higher by one, so the distance of one is reached on the second bar after it.
        IReadOnlyList<RecordedSignal> signals = Run(Line(100, step: 1, count: 30));

        int first = signals[0].Row;
        Assert.Equal([(first, false), (first + 2, true), (first + 4, true)], signals.Select(signal => (signal.Row, signal.Terms.Add)));
    }

    [Fact]
    public void Falling_trend_is_sold_and_added_to_where_both_directions_are_allowed()
    {
        IReadOnlyList<RecordedSignal> signals = Run(Line(200, step: -1, count: 30), """, "direction": "both" """);

        Assert.Equal(3, signals.Count);
        Assert.All(signals, signal => Assert.Equal((SignalAction.Enter, Direction.Short), (signal.Action, signal.Direction)));
        Assert.Empty(Run(Line(200, step: -1, count: 30)));
    }

    [Fact]
    public void Weak_trend_is_not_entered()
    {
        Assert.Empty(Run(Line(100, step: 1, count: 30), """, "minimum_adx": 100"""));
    }

    [Fact]
    public void Rise_below_the_long_term_average_is_not_entered()
    {
        double[] closes = [.. Line(200, step: -5, count: 20), .. Line(106, step: 1, count: 5)];

        Assert.Empty(Run(closes, """, "long_term": 20"""));
    }

    [Fact]
    public void Position_is_left_when_the_averages_turn()
    {
        double[] closes = [.. Line(100, step: 1, count: 20), 110, 100, 90];

        IReadOnlyList<RecordedSignal> signals = Run(closes, multiple: 20);

        Assert.Equal((20, SignalAction.Exit), (signals[1].Row, signals[1].Action));
    }

    [Fact]
    public void Each_average_has_to_be_slower_than_the_one_before()
    {
        IReadOnlyList<InputError> errors = TestParameters.Errors<TrendFollowingStrategy>("""{"fast": 50, "slow": 50, "long_term": 40}""");

        Assert.Equal(["parameters.fast", "parameters.slow"], errors.Select(error => error.Key));
    }

    private static IReadOnlyList<RecordedSignal> Run(double[] closes, string parameters = "", int multiple = 1)
    {
        string longTerm = parameters.Contains("long_term", StringComparison.Ordinal) ? "" : """, "long_term": 4""";
        return StrategyHarness.Run<TrendFollowingStrategy>(
            FormattableString.Invariant($$"""
            {"fast": 2, "slow": 3, "adx_period": 2, "atr_period": 2, "atr_multiple": {{multiple}}, "max_units": 3{{longTerm}}{{parameters}}}
            """),
            TestBars.Closes(closes));
    }

    private static double[] Line(double start, double step, int count) => [.. Enumerable.Range(0, count).Select(i => start + step * i)];
}

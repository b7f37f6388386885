using Backtest.Abstractions.Runtime;
using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Tests;

public sealed class MovingAverageCrossTests
{
    [Fact]
    public void Cross_up_enters_long_and_cross_down_leaves()
    {
        IReadOnlyList<RecordedSignal> signals = Run("""{"fast": 1, "slow": 2}""", 10, 9, 8, 9, 10, 8);

        Assert.Equal(
            [(3, SignalAction.Enter, Direction.Long), (5, SignalAction.Exit, default)],
            signals.Select(signal => (signal.Row, signal.Action, signal.Direction)));
    }

    [Fact]
    public void Averages_that_were_equal_have_not_crossed()
    {
        Assert.Empty(Run("""{"fast": 1, "slow": 2}""", 10, 9, 9, 10));
    }

    [Fact]
    public void Both_directions_leave_and_enter_the_other_way_in_one_turn()
    {
        IReadOnlyList<RecordedSignal> signals = Run("""{"fast": 1, "slow": 2, "direction": "both"}""", 10, 9, 8, 9, 10, 8);

        Assert.Equal(
            [
                (3, SignalAction.Exit, default), (3, SignalAction.Enter, Direction.Long),
                (5, SignalAction.Exit, default), (5, SignalAction.Enter, Direction.Short),
            ],
            signals.Select(signal => (signal.Row, signal.Action, signal.Direction)));
    }

    [Fact]
    public void Exponential_averages_cross_elsewhere()
    {
        IReadOnlyList<RecordedSignal> simple = StrategyHarness.Run<MovingAverageCross>("{}", TestBars.Walk(1, 500));
        IReadOnlyList<RecordedSignal> exponential = StrategyHarness.Run<MovingAverageCross>("""{"average": "ema"}""", TestBars.Walk(1, 500));

        Assert.NotEmpty(exponential);
        Assert.NotEqual(simple.Select(signal => signal.Row), exponential.Select(signal => signal.Row));
    }

    [Fact]
    public void Fast_has_to_be_below_slow()
    {
        InputError error = Assert.Single(TestParameters.Errors<MovingAverageCross>("""{"fast": 30, "slow": 30}"""));

        Assert.Equal("parameters.fast", error.Key);
    }

    [Fact]
    public void Signals_depend_on_prices_alone()
    {
        Assert.True(new MovingAverageCrossFactory().Descriptor.IsPure);
    }

    [Fact]
    public void Signals_on_ten_thousand_bars_are_those_of_the_golden_trades()
    {
        BarSeries bars = TestBars.Empty(hasVolume: true);
        foreach (double[] row in GoldenFiles.Numbers(GoldenFiles.Locate("sma-cross", "bars.csv"), skippedColumns: 1))
            TestBars.Add(bars, row[0], row[1], row[2], row[3], row[4]);
        double[][] trades = [.. GoldenFiles.Numbers(GoldenFiles.Locate("sma-cross", "trades.csv"))];

        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<MovingAverageCross>("{}", bars);

        // Each order fills on the bar after its signal; the last position stays open, and a first downward cross has nothing to close.
        IEnumerable<int> entries = signals.Where(signal => signal.Action == SignalAction.Enter).Select(signal => signal.Row + 1);
        IEnumerable<int> exits = signals.Where(signal => signal.Action == SignalAction.Exit).Select(signal => signal.Row + 1);
        Assert.Equal([.. trades.Select(trade => (int)trade[0]), 9988], entries);
        Assert.Equal(trades.Select(trade => (int)trade[1]), exits.SkipWhile(row => row < trades[0][0]));
    }

    private static IReadOnlyList<RecordedSignal> Run(string parameters, params double[] closes) =>
        StrategyHarness.Run<MovingAverageCross>(parameters, TestBars.Closes(closes));
}

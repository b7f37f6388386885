using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleStrategyTests
{
    private const string Parameters = """{"period": 3}""";

    [Fact]
    public void It_keeps_the_laws_of_a_plugin() => Conformance.Check<ExampleStrategy>();

    [Fact]
    public void A_close_above_the_average_is_bought()
    {
        RecordedSignal signal = Assert.Single(StrategyHarness.Run<ExampleStrategy>(Parameters, TestBars.Closes(10, 10, 10, 13)));

        Assert.Equal((3, SignalAction.Enter, Direction.Long), (signal.Row, signal.Action, signal.Direction));
    }

    [Fact]
    public void A_close_below_the_average_is_sold()
    {
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<ExampleStrategy>(Parameters, TestBars.Closes(10, 10, 10, 13, 13, 9));

        Assert.Equal([SignalAction.Enter, SignalAction.Exit], signals.Select(signal => signal.Action));
        Assert.Equal(5, signals[1].Row);
    }

    [Fact]
    public void Nothing_is_bought_below_the_average() =>
        Assert.Empty(StrategyHarness.Run<ExampleStrategy>(Parameters, TestBars.Closes(10, 9, 8, 7, 6)));
}

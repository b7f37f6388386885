using Backtest.Plugins.CrossSectionalMomentum;

namespace Backtest.Tests;

public sealed class CrossSectionalMomentumTests
{
    private const string BestOfTwoBars = """{"lookback": 2, "top": 1, "every": 1}""";

    [Fact]
    public void Buys_what_rose_most_once_returns_are_known()
    {
        IReadOnlyList<RecordedUniverseSignal> signals = Run(
            BestOfTwoBars, ("A", [10, 10, 11, 11]), ("B", [10, 10, 12, 12]), ("C", [10, 10, 10, 10]));

        RecordedUniverseSignal signal = Assert.Single(signals);
        Assert.Equal(("B", 2, SignalAction.Enter, Direction.Long), (signal.Symbol, signal.Signal.Row, signal.Signal.Action, signal.Signal.Direction));
    }

    [Fact]
    public void What_falls_out_of_the_top_is_sold_for_what_comes_into_it()
    {
        IReadOnlyList<RecordedUniverseSignal> signals = Run(BestOfTwoBars, ("A", [10, 10, 12, 12, 12]), ("B", [10, 10, 11, 13, 13]));

        Assert.Equal(
            [("A", 2, SignalAction.Enter), ("A", 3, SignalAction.Exit), ("B", 3, SignalAction.Enter)],
            signals.Select(signal => (signal.Symbol, signal.Signal.Row, signal.Signal.Action)));
    }

    [Fact]
    public void As_many_are_held_as_are_wanted_the_best_first()
    {
        IReadOnlyList<RecordedUniverseSignal> signals = Run(
            """{"lookback": 1, "top": 3, "every": 10}""",
            ("A", [10, 11]), ("B", [10, 14]), ("C", [10, 12]), ("D", [10, 13]), ("E", [10, 9]));

        Assert.Equal(["B", "D", "C"], signals.Select(signal => signal.Symbol));
    }

    [Fact]
    public void Of_equal_returns_the_first_by_name_leads() =>
        Assert.Equal(["A", "B"], Run("""{"lookback": 1, "top": 2}""", ("A", [10, 11]), ("B", [10, 11]), ("C", [10, 11])).Select(signal => signal.Symbol));

    [Fact]
    public void Between_rankings_it_is_silent()
    {
        IReadOnlyList<RecordedUniverseSignal> signals = Run(
            """{"lookback": 1, "top": 1, "every": 3}""", ("A", [10, 11, 10, 10, 10, 10]), ("B", [10, 10, 12, 14, 16, 18]));

        // The ranking is updated at rows 1 and 4.
        Assert.Equal([("A", 1), ("A", 4), ("B", 4)], signals.Select(signal => (signal.Symbol, signal.Signal.Row)));
    }

    [Fact]
    public void The_latest_bars_may_be_left_out_of_the_return()
    {
        IReadOnlyList<RecordedUniverseSignal> signals = Run(
            """{"lookback": 1, "skip": 1, "top": 1}""", ("A", [10, 12, 5]), ("B", [10, 11, 50]));

        Assert.Equal(("A", 2), (signals[0].Symbol, signals[0].Signal.Row));
    }

    [Fact]
    public void With_fewer_symbols_than_are_wanted_all_are_held() =>
        Assert.Equal(["B", "A"], Run("""{"lookback": 1, "top": 10}""", ("A", [10, 9]), ("B", [10, 10])).Select(signal => signal.Symbol));

    [Fact]
    public void What_is_held_and_stays_is_left_alone() =>
        Assert.Single(Run(BestOfTwoBars, ("A", [10, 10, 12, 14, 16, 18]), ("B", [10, 10, 10, 10, 10, 10])));

    private static IReadOnlyList<RecordedUniverseSignal> Run(string parameters, params (string Symbol, double[] Closes)[] symbols) =>
        UniverseHarness.Run<CrossSectionalMomentumStrategy>(parameters, [.. symbols.Select((symbol, index) =>
            TestBars.Of(TestBars.Closes(symbol.Closes), new Instrument { Symbol = symbol.Symbol, Index = index }))]);
}

using Backtest.Abstractions.Runtime;
using Backtest.Fixtures;

namespace Backtest.Tests;

public sealed class HarnessTests
{
    [Fact]
    public void A_strategy_reads_chained_indicators_as_the_engine_computes_them()
    {
        double[] closes = [.. Enumerable.Range(0, 30).Select(i => 100 + (10 * Math.Sin(i)))];
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<Good>("""{"period": 2}""", TestBars.Closes(closes));

        // The change over two bars is defined from bar 2, and its average over three from bar 4.
        Assert.True(signals[0].Row >= 4);
        Assert.Equal("up", signals[0].Reason);
    }

    [Fact]
    public void A_strategy_can_be_put_on_a_higher_timeframe()
    {
        // The bars start on Wednesday, 1 January 2020, so the weeks close at 5, 12, 19, 26 and 33.
        double[] closes = [.. Enumerable.Range(1, 40).Select(day => (double)day)];
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<Good>(
            """{"period": 2}""", TestBars.Closes(closes), timeframe: new Timeframe(1, 'w'));

        Assert.Equal((4, "up"), (signals[0].Row, signals[0].Reason));
    }

    [Fact]
    public void A_stop_fills_as_in_a_run()
    {
        // The strategy buys at the open of bar 8, and the stop is hit in bar 9, so it may enter again.
        BarSeries bars = TestBars.Empty(hasVolume: false);
        for (int i = 0; i < 8; i++)
            TestBars.Add(bars, 100 + i, 100.5 + i, 99.5 + i, 100 + i);
        TestBars.Add(bars, 108, 109, 107, 108);
        TestBars.Add(bars, 108, 109, 50, 109);
        TestBars.Add(bars, 110, 111, 109, 110);

        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<Good>("""{"period": 2}""", bars);

        Assert.Equal([4, 9], signals.Where(signal => signal.Action == SignalAction.Enter).Select(signal => signal.Row));
    }

    [Fact]
    public void A_strategy_can_be_shown_another_position()
    {
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<Good>(
            """{"period": 2}""", TestBars.Closes(1, 2, 3, 4, 5, 6, 7, 8), position: (_, _) => default);

        Assert.Equal([4, 5, 6, 7], signals.Select(signal => signal.Row));
    }

    [Fact]
    public void A_strategy_hears_of_the_regimes_a_test_gives()
    {
        IReadOnlyList<RecordedSignal> signals = StrategyHarness.Run<RegimeTeller>(
            "{}", TestBars.Closes(1, 2, 3, 4), regime: row => row < 2 ? "calm" : "storm");

        Assert.Equal(["calm", "calm", "storm", "storm"], signals.Select(signal => signal.Reason));
    }

    [Fact]
    public void What_a_strategy_throws_is_thrown() => Assert.Throws<DivideByZeroException>(
        () => StrategyHarness.Run<Divider>("{}", TestBars.Closes(1, 2, 3)));

    [Fact]
    public void A_classifier_says_something_of_each_bar()
    {
        double[] closes = [.. Enumerable.Range(0, 12).Select(i => 100.0 + i)];

        IReadOnlyList<RecordedRegime> regimes = ClassifierHarness.Run<GoodClassifier>("{}", TestBars.Closes(closes));

        Assert.Equal([(9, "above"), (10, "above"), (11, "above")], regimes.Select(regime => (regime.Row, regime.Name)));
    }

    [Fact]
    public void A_risk_manager_answers_a_signal_about_a_portfolio_the_test_sets()
    {
        RiskManagerHarness harness = RiskManagerHarness.Start<GoodRisk>("{}", [TestBars.Walk(seed: 1, 50)]);
        harness.Portfolio.Worth = 50_000;
        harness.Portfolio.Hold(harness.Instruments[0], 7);

        IReadOnlyList<RecordedAnswer> answers = harness.Turn(harness.Buy(harness.Instruments[0]));

        Assert.Equal([AnswerKind.Reduced, AnswerKind.Placed], answers.Select(answer => answer.Kind));
        Assert.True(answers[1].Quantity > 0);
        Assert.Equal(answers[1].Quantity, harness.Portfolio.RestingEntries(harness.Instruments[0]));
    }

    [Fact]
    public void A_risk_manager_reads_indicators_at_the_last_bar()
    {
        RiskManagerHarness harness = RiskManagerHarness.Start<GoodRisk>("{}", [TestBars.Closes(1, 2, 3)]);

        Assert.Equal(
            [new RecordedAnswer(AnswerKind.Vetoed, "X", 0, "not_ready")], harness.Turn(harness.Buy(harness.Instruments[0])));
    }

    [Fact]
    public void A_plugin_of_another_kind_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => StrategyHarness.Run<GoodClassifier>("{}", TestBars.Closes(1)));

        Assert.StartsWith("GoodClassifier is not a plugin of the kind 'strategy'", exception.Message, StringComparison.Ordinal);
    }
}

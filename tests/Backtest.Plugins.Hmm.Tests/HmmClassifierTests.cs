using Backtest.Abstractions.Runtime;
using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class HmmClassifierTests
{
    private const string TwoStates = """{"states": 2, "train": 300, "refit": 50}""";
    private const string AllFeatures = """
        {"states": 2, "train": 300, "refit": 50, "covariance": "full", "features": ["log_return", "realized_volatility", "volume_ratio"]}
        """;

    private static readonly (BarSeries Bars, int[] States) Market = Simulated(count: 1000, seed: 21);

    [Fact]
    public void A_bar_is_unknown_until_the_model_is_trained()
    {
        IReadOnlyList<RecordedRegime> regimes = ClassifierHarness.Run<HmmClassifier>(TwoStates, Market.Bars);

        // The first bar has no return, the 300th return triggers the training, and the third win in a row decides.
        Assert.All(regimes.Where(regime => regime.Row < 302), regime => Assert.Equal("unknown", regime.Name));
        Assert.NotEqual("unknown", regimes.Single(regime => regime.Row == 310).Name);
    }

    [Fact]
    public void Every_bar_with_a_return_has_a_regime() =>
        Assert.Equal(Enumerable.Range(1, 999), ClassifierHarness.Run<HmmClassifier>(TwoStates, Market.Bars).Select(regime => regime.Row));

    [Theory]
    [InlineData(TwoStates, 0.85)]
    [InlineData(AllFeatures, 0.75)]
    public void Bears_and_bulls_are_told_apart(string parameters, double share)
    {
        RecordedRegime[] known = [.. ClassifierHarness.Run<HmmClassifier>(parameters, Market.Bars).Where(regime => regime.Name != "unknown")];

        int right = known.Count(regime => regime.Name == (Market.States[regime.Row] == 0 ? "bull" : "bear"));
        Assert.True(known.Length > 500, $"{known.Length} known");
        Assert.True(right > share * known.Length, $"{right} of {known.Length}");
    }

    [Theory]
    [InlineData("""{"states": 2, "train": 100, "refit": 100}""")]
    [InlineData("""{"train": 100, "refit": 150, "window": "rolling", "covariance": "full", "features": ["log_return", "volume_ratio"]}""")]
    public void It_conforms(string parameters) => Conformance.Check<HmmClassifier>(parameters);

    [Theory]
    [InlineData("""{"states": 2, "train": 100, "refit": 0}""")]
    [InlineData("""{"train": 100, "refit": 0, "features": ["log_return", "realized_volatility", "volume_ratio"]}""")]
    public void A_bar_allocates_nothing_between_refits(string parameters) =>
        Conformance.Check<HmmClassifier>(parameters, new ConformanceOptions { MayAllocateOn = 0 });

    [Fact]
    public void Known_regimes_come_with_probabilities_that_sum_to_one()
    {
        foreach (RecordedRegime regime in ClassifierHarness.Run<HmmClassifier>("""{"train": 300}""", Market.Bars).Where(r => r.Row > 300))
        {
            Assert.Equal(3, regime.Probabilities.Count);
            Assert.Equal(1, regime.Probabilities.Sum(), 1e-12);
        }
    }

    [Fact]
    public void A_higher_minimum_confidence_leaves_more_bars_unknown()
    {
        int Unknown(string confidence) => ClassifierHarness
            .Run<HmmClassifier>($$"""{"states": 2, "train": 300, "minimum_confidence": {{confidence}}}""", Market.Bars)
            .Count(regime => regime.Name == "unknown");

        Assert.True(Unknown("0.99") > Unknown("0.6"));
    }

    [Fact]
    public void A_longer_minimum_duration_changes_regime_less_often()
    {
        int Changes(string duration)
        {
            string parameters = $$"""{"states": 2, "train": 300, "minimum_confidence": 0, "minimum_duration": {{duration}}}""";
            IReadOnlyList<RecordedRegime> regimes = ClassifierHarness.Run<HmmClassifier>(parameters, Market.Bars);
            return regimes.Zip(regimes.Skip(1)).Count(pair => pair.First.Name != pair.Second.Name);
        }

        Assert.True(Changes("10") < Changes("1"));
    }

    [Theory]
    [InlineData(TwoStates)]
    [InlineData(AllFeatures)]
    public void Prices_that_never_move_are_unknown(string parameters)
    {
        double[] flat = new double[600];
        Array.Fill(flat, 100);

        IReadOnlyList<RecordedRegime> regimes = ClassifierHarness.Run<HmmClassifier>(parameters, TestBars.Closes(flat));

        Assert.NotEmpty(regimes);
        Assert.All(regimes, regime => Assert.Equal(("unknown", 0.0), (regime.Name, regime.Confidence)));
    }

    [Fact]
    public void Data_without_volume_do_no_harm_to_the_volume_ratio()
    {
        BarSeries bars = TestBars.Empty(hasVolume: false);
        for (int row = 0; row < 600; row++)
            TestBars.Add(bars, Market.Bars.Open[row], Market.Bars.High[row], Market.Bars.Low[row], Market.Bars.Close[row]);

        IReadOnlyList<RecordedRegime> regimes = ClassifierHarness.Run<HmmClassifier>(AllFeatures, bars);

        Assert.Contains(regimes, regime => regime.Name == "bull");
        Assert.All(regimes, regime => Assert.InRange(regime.Confidence, 0, 1));
    }

    [Fact]
    public void Cancellation_is_heard_in_training()
    {
        BarSeries untrained = TestBars.First(Market.Bars, 300);

        Assert.NotEmpty(ClassifierHarness.Run<HmmClassifier>(TwoStates, untrained, cancelAt: 200));
        Assert.Throws<OperationCanceledException>(() => ClassifierHarness.Run<HmmClassifier>(TwoStates, Market.Bars, cancelAt: 200));
    }

    [Theory]
    [InlineData("""{"states": 1}""", "parameters.states")]
    [InlineData("""{"features": []}""", "parameters.features")]
    [InlineData("""{"features": ["log_return", "log_return"]}""", "parameters.features")]
    [InlineData("""{"minimum_confidence": 1.5}""", "parameters.minimum_confidence")]
    [InlineData("""{"train": 10}""", "parameters.train")]
    public void Parameters_without_meaning_are_errors(string parameters, string key) =>
        Assert.Equal(key, Assert.Single(TestParameters.Errors<HmmClassifier>(parameters)).Key);

    // Calm rising days with usual volume, and stormy falling ones with higher volume.
    private static (BarSeries Bars, int[] States) Simulated(int count, ulong seed)
    {
        (double[] returns, int[] states) = Chains.Simulate(Chains.CalmAndStorm, count, seed);
        var random = new CounterRandom(seed + 1);
        BarSeries bars = TestBars.Empty(hasVolume: true);
        double close = 100;
        for (int i = 0; i < count; i++)
        {
            double open = close;
            close *= Math.Exp(returns[i]);
            double volume = (states[i] == 0 ? 1000 : 1300) * (0.9 + 0.2 * random.NextDouble());
            TestBars.Add(bars, open, Math.Max(open, close), Math.Min(open, close), close, volume);
        }

        return (bars, states);
    }

    private static void AssertSame(IEnumerable<RecordedRegime> expected, IEnumerable<RecordedRegime> actual)
    {
        Assert.Equal(expected.Select(regime => (regime.Row, regime.Name, regime.Confidence)),
            actual.Select(regime => (regime.Row, regime.Name, regime.Confidence)));
        Assert.Equal(expected.Select(regime => regime.Probabilities), actual.Select(regime => regime.Probabilities));
    }
}

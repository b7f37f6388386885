using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class RegimeModelTests
{
    private static readonly (double[] Returns, int[] States) Market = Chains.Simulate(Chains.CalmAndStorm, 1500, seed: 11);
    private static readonly RegimeModelOptions Options = new() { States = 2, Train = 400, Refit = 50 };

    [Fact]
    public void Nothing_is_known_before_the_first_training()
    {
        var model = new RegimeModel(Options);

        model.UpdateAll(Market.Returns.AsSpan(0, 399));
        Assert.True(model.Probabilities.IsEmpty);

        model.UpdateAll(Market.Returns.AsSpan(399, 1));
        Assert.Equal(2, model.Probabilities.Length);
    }

    [Fact]
    public void An_observation_is_predicted_by_the_model_that_was_trained_before_it()
    {
        var refitted = new RegimeModel(Options);
        var kept = new RegimeModel(Options with { Refit = 0 });
        refitted.UpdateAll(Market.Returns.AsSpan(0, 400));
        kept.UpdateAll(Market.Returns.AsSpan(0, 400));
        Assert.Equal(double.NaN, refitted.PredictiveLogDensity); // it was just trained on this observation

        refitted.UpdateAll(Market.Returns.AsSpan(400, 50));
        kept.UpdateAll(Market.Returns.AsSpan(400, 50));
        Assert.Equal((400, 450), (kept.Fit!.Observations, refitted.Fit!.Observations));
        Assert.Equal(kept.PredictiveLogDensity, refitted.PredictiveLogDensity);

        refitted.UpdateAll(Market.Returns.AsSpan(450, 1));
        kept.UpdateAll(Market.Returns.AsSpan(450, 1));
        Assert.NotEqual(kept.PredictiveLogDensity, refitted.PredictiveLogDensity);
    }

    [Fact]
    public void How_well_it_fits_is_the_likelihood_of_what_it_was_trained_on()
    {
        var model = new RegimeModel(Options);
        model.UpdateAll(Market.Returns.AsSpan(0, 400));

        double logLikelihood = new BaumWelch(states: 2, features: 1, new BaumWelchOptions()).Evaluate(model.Model!, Market.Returns.AsSpan(0, 400));
        Assert.Equal(logLikelihood, model.Fit!.LogLikelihood, 1e-6);
        Assert.Equal(7, model.Fit.Parameters);
    }

    [Theory]
    [InlineData(WindowKind.Expanding)]
    [InlineData(WindowKind.Rolling)]
    public void What_comes_later_changes_nothing_before(WindowKind window)
    {
        RegimeModelOptions options = Options with { Window = window };
        List<double[]> whole = Run(options, Market.Returns);

        foreach (int cut in (int[])[400, 450, 777, 1499])
            Assert.Equal(whole.Take(cut), Run(options, Market.Returns.AsSpan(0, cut)));
    }

    [Fact]
    public void Bars_that_turn_out_otherwise_change_nothing_before()
    {
        double[] altered = [.. Market.Returns.Select((value, i) => i < 900 ? value : -3 * value)];

        Assert.Equal(Run(Options, Market.Returns).Take(900), Run(Options, altered).Take(900));
    }

    [Fact]
    public void The_same_seed_sees_the_same() => Assert.Equal(Run(Options, Market.Returns), Run(Options, Market.Returns));

    [Fact]
    public void States_stand_by_rising_mean_return()
    {
        var model = new RegimeModel(Options);

        model.UpdateAll(Market.Returns);

        Assert.True(model.Model!.Means[0] < model.Model.Means[1]);
    }

    [Fact]
    public void States_mean_the_same_after_every_refit()
    {
        var model = new RegimeModel(Options);
        model.UpdateAll(Market.Returns.AsSpan(0, 400));

        foreach (double value in Market.Returns.AsSpan(400))
        {
            model.Update([value], value);
            Assert.True(model.Model!.Covariances[0] > 2 * model.Model.Covariances[1], "the bear is the stormy one");
        }
    }

    [Fact]
    public void The_true_state_is_mostly_seen()
    {
        var model = new RegimeModel(Options);
        int right = 0;
        for (int i = 0; i < Market.Returns.Length; i++)
        {
            model.Update([Market.Returns[i]], Market.Returns[i]);
            int seen = i >= 400 && model.Probabilities[0] > 0.5 ? 1 : 0;
            right += i >= 400 && seen == Market.States[i] ? 1 : 0;
        }

        Assert.True(right > 0.85 * 1100, $"{right} of 1100");
    }

    [Fact]
    public void A_regime_that_was_away_for_long_is_seen_when_it_returns()
    {
        var random = new CounterRandom(6);
        double[] calm = [.. Enumerable.Range(0, 1200).Select(_ => 0.001 + 0.008 * Chains.Normal(random))];
        double[] storm = [.. Enumerable.Range(0, 300).Select(_ => -0.003 + 0.03 * Chains.Normal(random))];
        var model = new RegimeModel(Options with { Window = WindowKind.Rolling });

        model.UpdateAll(Market.Returns.AsSpan(0, 400));
        model.UpdateAll(calm);
        model.UpdateAll(storm);

        Assert.True(model.Probabilities[0] > 0.9);
    }

    [Fact]
    public void Without_refits_the_first_model_stays()
    {
        var model = new RegimeModel(Options with { Refit = 0 });
        model.UpdateAll(Market.Returns.AsSpan(0, 400));
        GaussianHiddenMarkovModel? first = model.Model;

        model.UpdateAll(Market.Returns.AsSpan(400));

        Assert.NotNull(first);
        Assert.Same(first, model.Model);
    }

    [Fact]
    public void What_may_not_be_learned_from_is_filtered_and_changes_no_model()
    {
        var model = new RegimeModel(Options);
        model.UpdateAll(Market.Returns.AsSpan(0, 500));
        GaussianHiddenMarkovModel? before = model.Model;
        double[] filtered = model.Probabilities.ToArray();
        for (int i = 0; i < 300; i++)
            model.Update([i % 2 == 0 ? 0.2 : -0.2], i % 2 == 0 ? 0.2 : -0.2, isLearned: false);
        Assert.Same(before, model.Model);
        Assert.NotEqual(filtered, model.Probabilities.ToArray());
        model.UpdateAll(Market.Returns.AsSpan(500));

        var without = new RegimeModel(Options);
        without.UpdateAll(Market.Returns);
        Assert.Equal(without.Model!.Means.ToArray(), model.Model!.Means.ToArray());
    }

    [Fact]
    public void A_rolling_window_forgets_what_an_expanding_one_remembers()
    {
        var expanding = new RegimeModel(Options);
        var rolling = new RegimeModel(Options with { Window = WindowKind.Rolling });

        expanding.UpdateAll(Market.Returns);
        rolling.UpdateAll(Market.Returns);

        Assert.NotEqual(expanding.Model!.Means.ToArray(), rolling.Model!.Means.ToArray());
    }

    [Theory]
    [InlineData(50)]
    [InlineData(0)]
    public void Prices_that_never_move_stay_unknown_until_they_do(int refit)
    {
        var model = new RegimeModel(Options with { Refit = refit });

        model.UpdateAll(new double[700]);
        Assert.True(model.Probabilities.IsEmpty);

        model.UpdateAll(Market.Returns.AsSpan(0, 500));
        Assert.Equal(1, model.Probabilities[0] + model.Probabilities[1], 1e-12);
    }

    [Fact]
    public void A_market_that_stands_still_after_training_leaves_probabilities()
    {
        var model = new RegimeModel(Options with { Window = WindowKind.Rolling });

        model.UpdateAll(Market.Returns.AsSpan(0, 500));
        model.UpdateAll(new double[1000]);

        Assert.Equal(1, model.Probabilities[0] + model.Probabilities[1], 1e-12);
    }

    [Fact]
    public void Cancellation_is_heard_in_training()
    {
        using var source = new CancellationTokenSource();
        var model = new RegimeModel(Options, source.Token);
        model.UpdateAll(Market.Returns.AsSpan(0, 399));

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => model.UpdateAll(Market.Returns.AsSpan(399, 1)));
    }

    [Theory]
    [InlineData(WindowKind.Expanding)]
    [InlineData(WindowKind.Rolling)]
    public void Between_refits_a_bar_allocates_nothing(WindowKind window)
    {
        var model = new RegimeModel(Options with { Refit = 0, Window = window });
        model.UpdateAll(Market.Returns.AsSpan(0, 500));

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.UpdateAll(Market.Returns.AsSpan(500, 500));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<double[]> Run(RegimeModelOptions options, ReadOnlySpan<double> returns)
    {
        var model = new RegimeModel(options);
        List<double[]> probabilities = [];
        foreach (double value in returns)
        {
            model.Update([value], value);
            probabilities.Add(model.Probabilities.ToArray());
        }

        return probabilities;
    }
}

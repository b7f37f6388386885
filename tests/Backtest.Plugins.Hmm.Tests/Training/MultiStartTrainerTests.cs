using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class MultiStartTrainerTests
{
    private static readonly double[] Observations = Chains.Simulate(Chains.CalmAndStorm, 2000, seed: 8).Observations;

    [Fact]
    public void The_same_seed_trains_the_same_model()
    {
        TrainingResult first = Train(starts: 5, seed: 4);
        TrainingResult second = Train(starts: 5, seed: 4);

        Assert.Equal(first.LogLikelihood, second.LogLikelihood);
        Assert.Equal(first.Model.Means.ToArray(), second.Model.Means.ToArray());
    }

    [Fact]
    public void The_first_three_starts_are_the_same_for_every_seed() =>
        Assert.Equal(Train(starts: 3, seed: 1).LogLikelihood, Train(starts: 3, seed: 2).LogLikelihood);

    [Fact]
    public void A_state_that_is_rare_and_volatile_is_found()
    {
        // Even a hundred starts from random stretches end at 5,048.4 or 5,058.1, since a crisis of a few days is a small part of any stretch.
        var crises = new GaussianHiddenMarkovModel(
            [0.5, 0.4, 0.1],
            [0.985, 0.0145, 0.0005, 0.02, 0.978, 0.002, 0.01, 0.09, 0.90],
            [0.0007, -0.0002, -0.004],
            [0.006 * 0.006, 0.013 * 0.013, 0.04 * 0.04]);
        var options = new BaumWelchOptions { MaximumIterations = 500, Tolerance = 0.001 };

        Assert.True(Likelihood(seed: 2) > 5061);
        Assert.True(Likelihood(seed: 4) > 5052);

        double Likelihood(ulong seed) => new MultiStartTrainer(3, 1, starts: 10, options)
            .Train(Chains.Simulate(crises, 1500, seed).Observations, seed: 7, TestContext.Current.CancellationToken)!.LogLikelihood;
    }

    [Fact]
    public void Starts_after_the_third_depend_on_the_seed()
    {
        double[] noise = [.. Observations.Take(60)];
        IEnumerable<double> likelihoods = Enumerable.Range(0, 10).Select(seed => Train(noise, states: 4, starts: 4, (ulong)seed));

        Assert.True(likelihoods.Distinct().Count() > 1);
    }

    [Fact]
    public void More_starts_are_never_worse()
    {
        double[] noise = [.. Observations.Take(200)];

        Assert.True(Train(noise, states: 4, starts: 8, seed: 1) >= Train(noise, states: 4, starts: 1, seed: 1));
    }

    [Fact]
    public void Regimes_are_found_without_being_told_where_to_look()
    {
        GaussianHiddenMarkovModel model = Train(starts: 3, seed: 1).Model;

        double[] deviations = [.. model.Covariances.ToArray().Select(Math.Sqrt).Order()];
        Assert.Equal(0.008, deviations[0], 0.001);
        Assert.Equal(0.02, deviations[1], 0.002);
    }

    [Fact]
    public void Observations_that_never_vary_train_no_model() =>
        Assert.Null(new MultiStartTrainer(3, 2, 5, new BaumWelchOptions())
            .Train([.. Enumerable.Repeat(0.7, 400)], seed: 1, TestContext.Current.CancellationToken));

    [Fact]
    public void A_feature_that_never_varies_does_no_harm()
    {
        double[] withConstant = [.. Observations.SelectMany(value => new[] { value, 1.0 })];

        TrainingResult? result = new MultiStartTrainer(2, 2, 1, new BaumWelchOptions { Covariance = CovarianceKind.Full })
            .Train(withConstant, seed: 1, TestContext.Current.CancellationToken);

        Assert.NotNull(result);
        Assert.Equal(Train(starts: 1, seed: 1).Model.Transition[0], result.Model.Transition[0], 1e-3);
    }

    private static TrainingResult Train(int starts, ulong seed) =>
        new MultiStartTrainer(2, 1, starts, new BaumWelchOptions()).Train(Observations, seed, TestContext.Current.CancellationToken)!;

    private static double Train(double[] observations, int states, int starts, ulong seed) =>
        new MultiStartTrainer(states, 1, starts, new BaumWelchOptions())
            .Train(observations, seed, TestContext.Current.CancellationToken)!.LogLikelihood;
}

using Backtest.Plugins.Hmm;
using CsCheck;

namespace Backtest.Tests;

public sealed class BaumWelchTests
{
    private static readonly BaumWelchOptions OneStep = new() { MaximumIterations = 1, Tolerance = double.NegativeInfinity };

    [Theory]
    [InlineData(CovarianceKind.Diagonal, 0)]
    [InlineData(CovarianceKind.Full, 0)]
    [InlineData(CovarianceKind.Diagonal, 3)]
    [InlineData(CovarianceKind.Full, 3)]
    public void No_step_lowers_the_posterior_which_without_a_prior_is_the_likelihood(CovarianceKind covariance, double prior) =>
        ModelGenerators.ModelWithObservations(most: 60).Where(sample => sample.Observations.Length > 40).Sample(sample =>
        {
            (GaussianHiddenMarkovModel model, double[] observations) = sample;
            BaumWelchOptions options = OneStep with { Covariance = covariance, CovariancePrior = prior };
            var trainer = new BaumWelch(model.StateCount, model.FeatureCount, options);
            double before = prior > 0 ? double.NegativeInfinity : trainer.Evaluate(model, observations);
            for (int step = 0; step < 10; step++)
            {
                TrainingResult result = trainer.Train(model, observations, TestContext.Current.CancellationToken);
                if (result.LogPosterior < before - 1e-9 * Math.Abs(before) || (prior == 0 && result.LogPosterior != result.LogLikelihood))
                    return false;
                (model, before) = (result.Model, result.LogPosterior);
            }

            return true;
        });

    [Theory]
    [InlineData(0, 0.0001 * 4)]
    [InlineData(50, 0.0001 * 3)]
    public void A_prior_adds_observations_of_the_overall_variance_to_each_state(double prior, double expected)
    {
        // Fifty observations of a state with a variance of 4, and fifty of one with almost none: the overall variance is 2.
        double[] observations = [.. Enumerable.Range(0, 100).Select(i => i < 50 ? 0.02 * (i % 2 == 0 ? 1 : -1) : 0)];
        var start = new GaussianHiddenMarkovModel([1, 0], [0.98, 0.02, 0, 1], [0, 0], [0.0004, 1e-8]);
        BaumWelchOptions options = OneStep with { CovariancePrior = prior };

        TrainingResult result = new BaumWelch(2, 1, options).Train(start, observations, TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Model.Covariances[0], 1e-7);
    }

    [Fact]
    public void The_likelihood_is_that_of_all_paths_together() =>
        ModelGenerators.ModelWithObservations(most: 6).Sample(sample =>
        {
            var trainer = new BaumWelch(sample.Model.StateCount, sample.Model.FeatureCount, OneStep);
            double likelihood = AllPaths.Joint(sample.Model, sample.Observations).Sum(path => path.Density);

            Assert.Equal(Math.Log(likelihood), trainer.Evaluate(sample.Model, sample.Observations), 1e-9);
        });

    [Fact]
    public void Posteriors_are_the_shares_of_the_paths_through_each_state() =>
        ModelGenerators.ModelWithObservations(most: 6).Sample(sample =>
        {
            (GaussianHiddenMarkovModel model, double[] observations) = sample;
            int count = observations.Length / model.FeatureCount;
            var trainer = new BaumWelch(model.StateCount, model.FeatureCount, OneStep);
            (int[] States, double Density)[] paths = [.. AllPaths.Joint(model, observations)];
            double total = paths.Sum(path => path.Density);

            trainer.Evaluate(model, observations);

            for (int t = 0; t < count; t++)
            {
                for (int state = 0; state < model.StateCount; state++)
                {
                    double share = paths.Where(path => path.States[t] == state).Sum(path => path.Density) / total;
                    Assert.Equal(share, trainer.Posteriors[t * model.StateCount + state], 1e-9);
                }
            }
        });

    [Fact]
    public void A_known_chain_is_recovered()
    {
        double[] observations = Chains.Simulate(Chains.CalmAndStorm, 20_000, seed: 3).Observations;
        var start = new GaussianHiddenMarkovModel([0.5, 0.5], [0.9, 0.1, 0.1, 0.9], [0, 0], [0.00005, 0.0005]);

        GaussianHiddenMarkovModel model =
            new BaumWelch(2, 1, new BaumWelchOptions()).Train(start, observations, TestContext.Current.CancellationToken).Model;

        Assert.Equal(0.98, model.Transition[0], 0.01);
        Assert.Equal(0.96, model.Transition[3], 0.01);
        Assert.Equal(0.001, model.Means[0], 0.0003);
        Assert.Equal(-0.003, model.Means[1], 0.001);
        Assert.Equal(0.008, Math.Sqrt(model.Covariances[0]), 0.0005);
        Assert.Equal(0.02, Math.Sqrt(model.Covariances[1]), 0.001);
    }

    [Fact]
    public void Full_covariances_find_how_features_move_together()
    {
        var random = new CounterRandom(1);
        double[] observations = new double[4000];
        for (int i = 0; i < observations.Length; i += 2)
        {
            observations[i] = Chains.Normal(random);
            observations[i + 1] = 0.8 * observations[i] + 0.6 * Chains.Normal(random);
        }

        var start = new GaussianHiddenMarkovModel([1], [1], [0, 0], [1, 0, 0, 1]);
        var trainer = new BaumWelch(1, 2, new BaumWelchOptions { Covariance = CovarianceKind.Full });

        GaussianHiddenMarkovModel model = trainer.Train(start, observations, TestContext.Current.CancellationToken).Model;

        Assert.Equal(0.8, model.Covariances[1], 0.05);
        Assert.Equal(model.Covariances[1], model.Covariances[2]);
    }

    [Fact]
    public void Diagonal_covariances_have_nothing_beside_the_diagonal()
    {
        var start = new GaussianHiddenMarkovModel([1], [1], [0, 0], [1, 0, 0, 1]);

        GaussianHiddenMarkovModel model = new BaumWelch(1, 2, OneStep)
            .Train(start, [1, 1, 2, 2, 3, 4], TestContext.Current.CancellationToken).Model;

        Assert.Equal(0, model.Covariances[1]);
        Assert.Equal(0, model.Covariances[2]);
    }

    [Fact]
    public void No_variance_falls_below_its_floor()
    {
        double[] observations = [.. Enumerable.Repeat(0.0, 50), .. Enumerable.Range(0, 50).Select(i => i - 25.0)];
        double mean = observations.Average();
        double floor = 0.1 * observations.Average(value => (value - mean) * (value - mean));
        var start = new GaussianHiddenMarkovModel([0.5, 0.5], [0.9, 0.1, 0.1, 0.9], [0, 0], [1, 200]);
        var trainer = new BaumWelch(2, 1, new BaumWelchOptions { VarianceFloor = 0.1 });

        GaussianHiddenMarkovModel model = trainer.Train(start, observations, TestContext.Current.CancellationToken).Model;

        Assert.Equal(floor, model.Covariances[0], 1e-9);
        Assert.True(model.Covariances[1] > floor);
    }

    [Fact]
    public void Features_that_say_the_same_keep_a_positive_definite_covariance()
    {
        double[] observations = [.. Enumerable.Range(0, 100).SelectMany(i => new double[] { i % 7, 2 * (i % 7) })];
        var start = new GaussianHiddenMarkovModel([1], [1], [0, 0], [1, 0, 0, 1]);
        var trainer = new BaumWelch(1, 2, new BaumWelchOptions { Covariance = CovarianceKind.Full });

        TrainingResult result = trainer.Train(start, observations, TestContext.Current.CancellationToken);

        Assert.True(double.IsFinite(result.LogLikelihood));
    }

    [Fact]
    public void Observations_beyond_all_reason_leave_finite_figures()
    {
        var start = new GaussianHiddenMarkovModel([1, 0], [1, 0, 0, 1], [0, 1000], [0.0001, 0.0001]);

        TrainingResult result = new BaumWelch(2, 1, OneStep)
            .Train(start, [0, 1000, 1000, 1000, 1000, 1000, 1000, -1e6], TestContext.Current.CancellationToken);

        Assert.True(double.IsFinite(result.LogLikelihood));
        foreach (double mean in result.Model.Means)
            Assert.True(double.IsFinite(mean));
    }

    [Fact]
    public void Training_stops_once_a_step_gains_no_more_than_the_tolerance()
    {
        double[] observations = Chains.Simulate(Chains.CalmAndStorm, 500, seed: 5).Observations;

        TrainingResult coarse = new BaumWelch(2, 1, new BaumWelchOptions { Tolerance = 1 })
            .Train(Chains.CalmAndStorm, observations, TestContext.Current.CancellationToken);
        TrainingResult fine = new BaumWelch(2, 1, new BaumWelchOptions { Tolerance = 1e-4, MaximumIterations = 1000 })
            .Train(Chains.CalmAndStorm, observations, TestContext.Current.CancellationToken);

        Assert.True(coarse.HasConverged);
        Assert.True(fine.HasConverged);
        Assert.True(coarse.Iterations < fine.Iterations);
    }

    [Fact]
    public void Cancellation_is_heard_in_training()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            new BaumWelch(2, 1, OneStep).Train(Chains.CalmAndStorm, [0.01, -0.01, 0.02], source.Token));
    }

    [Fact]
    public void Further_steps_allocate_nothing()
    {
        double[] observations = Chains.Simulate(Chains.CalmAndStorm, 1000, seed: 1).Observations;
        var few = new BaumWelch(2, 1, OneStep);
        var many = new BaumWelch(2, 1, OneStep with { MaximumIterations = 20 });

        Assert.Equal(AllocatedBySecondTraining(few, observations), AllocatedBySecondTraining(many, observations));
    }

    private static long AllocatedBySecondTraining(BaumWelch trainer, double[] observations)
    {
        trainer.Train(Chains.CalmAndStorm, observations, TestContext.Current.CancellationToken);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        long before = GC.GetAllocatedBytesForCurrentThread();
        trainer.Train(Chains.CalmAndStorm, observations, cancellation);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

using Backtest.Plugins.Hmm;
using CsCheck;

namespace Backtest.Tests;

public sealed class ForwardFilterTests
{
    [Fact]
    public void Probabilities_sum_to_one_at_every_observation() =>
        ModelGenerators.ModelWithObservations(most: 60).Sample(sample =>
        {
            var filter = new ForwardFilter(sample.Model);
            foreach (double[] observation in sample.Observations.Chunk(sample.Model.FeatureCount))
            {
                filter.Update(observation);
                Assert.Equal(1, Sum(filter.Probabilities), 1e-12);
            }
        });

    [Fact]
    public void Probabilities_are_the_shares_of_the_paths_that_end_in_each_state() =>
        ModelGenerators.ModelWithObservations(most: 6).Sample(sample =>
        {
            var filter = new ForwardFilter(sample.Model);
            filter.UpdateAll(sample.Observations);

            (int[] States, double Density)[] paths = [.. AllPaths.Joint(sample.Model, sample.Observations)];
            double total = paths.Sum(path => path.Density);
            for (int state = 0; state < sample.Model.StateCount; state++)
            {
                double share = paths.Where(path => path.States[^1] == state).Sum(path => path.Density) / total;
                Assert.Equal(share, filter.Probabilities[state], 1e-9);
            }
        });

    [Fact]
    public void Predictions_one_step_ahead_multiply_to_the_density_of_all_paths() =>
        ModelGenerators.ModelWithObservations(most: 6).Sample(sample =>
        {
            var filter = new ForwardFilter(sample.Model);
            double sum = 0;
            foreach (double[] observation in sample.Observations.Chunk(sample.Model.FeatureCount))
            {
                filter.Update(observation);
                sum += filter.LogDensity;
            }

            Assert.Equal(Math.Log(AllPaths.Joint(sample.Model, sample.Observations).Sum(path => path.Density)), sum, 1e-9);
        });

    [Fact]
    public void Before_the_first_observation_the_start_holds() =>
        Assert.Equal(Chains.CalmAndStorm.Start.ToArray(), new ForwardFilter(Chains.CalmAndStorm).Probabilities.ToArray());

    [Fact]
    public void An_observation_beyond_all_reason_leaves_probabilities()
    {
        var filter = new ForwardFilter(Chains.CalmAndStorm);

        filter.UpdateAll([1e6, -1e6, 1e9]);

        Assert.Equal(1, Sum(filter.Probabilities), 1e-12);
    }

    [Fact]
    public void An_observation_allocates_nothing()
    {
        double[] observations = Chains.Simulate(Chains.CalmAndStorm, 1000, seed: 2).Observations;
        var filter = new ForwardFilter(Chains.CalmAndStorm);
        filter.UpdateAll(observations);

        long before = GC.GetAllocatedBytesForCurrentThread();
        filter.UpdateAll(observations);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }
}

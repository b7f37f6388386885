using Backtest.Plugins.Hmm;
using CsCheck;

namespace Backtest.Tests;

public sealed class ViterbiTests
{
    [Fact]
    public void The_path_found_is_the_likeliest_of_all() =>
        ModelGenerators.ModelWithObservations(most: 6).Sample(sample =>
        {
            (int[] States, double Density)[] paths = [.. AllPaths.Joint(sample.Model, sample.Observations)];

            int[] decoded = Viterbi.Decode(sample.Model, sample.Observations);

            double density = paths.Single(path => path.States.AsSpan().SequenceEqual(decoded)).Density;
            Assert.Equal(paths.Max(path => path.Density), density, 1e-12);
        });

    [Fact]
    public void A_state_that_cannot_be_reached_is_not_decoded()
    {
        var model = new GaussianHiddenMarkovModel([1, 0], [1, 0, 0, 1], [0, 5], [1, 1]);

        Assert.Equal([0, 0, 0], Viterbi.Decode(model, [5, 5, 5]));
    }

    [Fact]
    public void No_observations_have_no_path() => Assert.Empty(Viterbi.Decode(Chains.CalmAndStorm, []));
}

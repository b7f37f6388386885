using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class RegimeOrderTests
{
    private static readonly double[] Returns = [0.03, -0.02, 0.00, 0.01, -0.04, 0.02];

    // Three states of two bars each, with means of 0.02, -0.03 and 0.01.
    private static readonly double[] Posteriors =
    [
        1, 0, 0,
        0, 1, 0,
        0, 0, 1,
        1, 0, 0,
        0, 1, 0,
        0, 0, 1,
    ];

    [Fact]
    public void New_states_stand_by_rising_mean_return() => Assert.Equal([1, 2, 0], RegimeOrder.ByMeanReturn(Posteriors, Returns));

    [Fact]
    public void Refitted_states_keep_their_places_while_their_means_hardly_contradict() =>
        Assert.Equal([1, 0, 2], RegimeOrder.Refitted(Posteriors, Returns));

    [Fact]
    public void Refitted_states_change_places_when_their_means_clearly_contradict()
    {
        double[] returns = [.. Enumerable.Range(0, 100).Select(i => (i < 50 ? 0.02 : -0.02) + (i % 2 == 0 ? 0.001 : -0.001))];
        double[] posteriors = [.. returns.SelectMany(value => value > 0 ? new[] { 1.0, 0 } : [0, 1.0])];

        Assert.Equal([1, 0], RegimeOrder.Refitted(posteriors, returns));
    }

    [Fact]
    public void A_state_that_is_never_visited_has_no_mean_that_is_not_a_number() =>
        Assert.Equal([0, 1], RegimeOrder.ByMeanReturn([1, 0, 1, 0], [-0.01, -0.02]));
}

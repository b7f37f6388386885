using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class RegimeSelectorTests
{
    [Fact]
    public void A_state_is_taken_once_it_won_long_enough() =>
        Assert.Equal([-1, -1, 0, 0], Select(0.6, 3, 0.9, 0.9, 0.9, 0.9));

    [Fact]
    public void The_old_state_stays_until_the_new_one_won_long_enough() =>
        Assert.Equal([0, 0, 0, 1], Select(0.6, 3, 0.9, 0.9, 0.9, 0.1, 0.1, 0.1).Skip(2));

    [Fact]
    public void A_flicker_changes_nothing() =>
        Assert.Equal([0, 0, 0, 0, 0], Select(0.6, 2, 0.9, 0.9, 0.1, 0.9, 0.1, 0.9).Skip(1));

    [Fact]
    public void A_bar_without_a_probable_state_is_unknown() =>
        Assert.Equal([0, -1, 0], Select(0.6, 1, 0.9, 0.55, 0.9));

    [Fact]
    public void The_state_taken_before_an_unknown_bar_returns_at_once() =>
        Assert.Equal([0, -1, 0], Select(0.6, 3, 0.9, 0.9, 0.9, 0.5, 0.9).Skip(2));

    [Fact]
    public void An_unknown_bar_breaks_a_row_of_wins() =>
        Assert.Equal([-1, -1, -1, 0], Select(0.6, 2, 0.9, 0.5, 0.9, 0.9));

    [Fact]
    public void The_confidence_is_the_probability_of_the_state_selected()
    {
        var selector = new RegimeSelector(0.6, 2);
        selector.Select([0.9, 0.1]);
        selector.Select([0.9, 0.1]);

        selector.Select([0.3, 0.7]);

        Assert.Equal(0.3, selector.Confidence);
    }

    // The probabilities are those of the first of two states.
    private static int[] Select(double minimumConfidence, int minimumDuration, params double[] probabilities)
    {
        var selector = new RegimeSelector(minimumConfidence, minimumDuration);
        return [.. probabilities.Select(probability => selector.Select([probability, 1 - probability]))];
    }
}

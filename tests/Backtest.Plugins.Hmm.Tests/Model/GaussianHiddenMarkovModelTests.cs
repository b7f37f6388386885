using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class GaussianHiddenMarkovModelTests
{
    [Fact]
    public void Probabilities_that_do_not_sum_to_one_are_refused() =>
        Assert.Throws<ArgumentException>("transition", () => new GaussianHiddenMarkovModel([1], [0.9], [0], [1]));

    [Fact]
    public void Negative_probabilities_are_refused() =>
        Assert.Throws<ArgumentException>("start", () => new GaussianHiddenMarkovModel([2, -1], [1, 0, 0, 1], [0, 0], [1, 1]));

    [Fact]
    public void Covariances_that_are_not_positive_definite_are_refused() =>
        Assert.Throws<ArgumentException>("covariances", () => new GaussianHiddenMarkovModel([1], [1], [0, 0], [1, 2, 2, 1]));

    [Fact]
    public void Sizes_that_do_not_match_are_refused() =>
        Assert.Throws<ArgumentException>("covariances", () => new GaussianHiddenMarkovModel([1], [1], [0, 0], [1, 1]));

    [Fact]
    public void A_model_keeps_its_own_copy_of_the_parameters()
    {
        double[] means = [1];
        var model = new GaussianHiddenMarkovModel([1], [1], means, [1]);

        means[0] = 2;

        Assert.Equal(1, model.Means[0]);
    }

    [Fact]
    public void Reordering_moves_all_that_belongs_to_a_state()
    {
        var model = new GaussianHiddenMarkovModel(
            [0.2, 0.3, 0.5], [0.7, 0.2, 0.1, 0.3, 0.6, 0.1, 0.25, 0.25, 0.5], [1, 2, 3], [10, 20, 30]);

        GaussianHiddenMarkovModel reordered = model.Reordered([2, 0, 1]);

        Assert.Equal([0.5, 0.2, 0.3], reordered.Start.ToArray());
        Assert.Equal([0.5, 0.25, 0.25, 0.1, 0.7, 0.2, 0.1, 0.3, 0.6], reordered.Transition.ToArray());
        Assert.Equal([3, 1, 2], reordered.Means.ToArray());
        Assert.Equal([30, 10, 20], reordered.Covariances.ToArray());
    }

    [Theory]
    [InlineData(1, 1, CovarianceKind.Diagonal, 2)] // a mean and a variance
    [InlineData(2, 1, CovarianceKind.Diagonal, 7)] // 1 start probability, 2 transition probabilities, 2 means, 2 variances
    [InlineData(3, 2, CovarianceKind.Diagonal, 20)] // 2 + 6 + 6 + 6
    [InlineData(3, 2, CovarianceKind.Full, 23)] // 2 + 6 + 6 + 9
    public void Free_parameters_are_those_that_do_not_follow_from_others(int states, int features, CovarianceKind covariance, int expected)
    {
        double[] even = [.. Enumerable.Repeat(1.0 / states, states)];
        double[] identity = [.. Enumerable.Range(0, features * features).Select(place => place % (features + 1) == 0 ? 1.0 : 0)];
        var model = new GaussianHiddenMarkovModel(
            even, [.. Enumerable.Repeat(even, states).SelectMany(row => row)], new double[states * features],
            [.. Enumerable.Repeat(identity, states).SelectMany(matrix => matrix)]);

        Assert.Equal(expected, model.FreeParameters(covariance));
    }
}

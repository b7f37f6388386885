using Backtest.Results;
using CsCheck;

namespace Backtest.Tests.Signals;

public sealed class SpearmanTests
{
    [Fact]
    public void Equal_values_have_the_mean_of_their_ranks()
    {
        Assert.Equal([1, 2.5, 2.5, 4], Spearman.Ranks([1, 2, 2, 3]));
        // The deviations of the ranks are −1.5, 0, 0, 1.5 and −1.5, 0.5, −0.5, 1.5: 4.5 / √(4.5 · 5).
        Assert.Equal(4.5 / Math.Sqrt(22.5), Spearman.Of([1, 2, 2, 3], [10, 30, 20, 40])!.Value, 12);
    }

    [Fact]
    public void What_rises_together_has_one_and_what_falls_as_the_other_rises_minus_one()
    {
        Assert.Equal(1, Spearman.Of([1, 2, 3, 4], [1, 10, 100, 1000])!.Value, 12);
        Assert.Equal(-1, Spearman.Of([1, 2, 3, 4], [8, 4, 2, 1])!.Value, 12);
    }

    [Fact]
    public void There_is_none_of_a_constant_or_of_two_pairs()
    {
        Assert.Null(Spearman.Of([1, 1, 1], [1, 2, 3]));
        Assert.Null(Spearman.Of([1, 2, 3], [5, 5, 5]));
        Assert.Null(Spearman.Of([1, 2], [1, 2]));
    }

    [Fact]
    public void It_is_that_of_its_definition() => Gen.Select(Gen.Int[0, 6], Gen.Int[-3, 3]).Array[3, 40].Sample(pairs =>
    {
        double[] one = [.. pairs.Select(pair => (double)pair.Item1)];
        double[] other = [.. pairs.Select(pair => (double)pair.Item2)];
        double? expected = Pearson(RanksOf(one), RanksOf(other));
        double? found = Spearman.Of(one, other);
        Assert.Equal(expected is null, found is null);
        if (expected is { } value)
            Assert.Equal(value, found!.Value, 9);
    });

    /// <summary>The rank of each value: one plus the number of smaller values and half the number of other equal ones.</summary>
    private static double[] RanksOf(double[] values) =>
        [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];

    private static double? Pearson(double[] one, double[] other)
    {
        (double left, double right) = (one.Average(), other.Average());
        double products = one.Zip(other, (x, y) => (x - left) * (y - right)).Sum();
        double scale = Math.Sqrt(one.Sum(x => (x - left) * (x - left)) * other.Sum(y => (y - right) * (y - right)));
        return scale == 0 ? null : products / scale;
    }
}

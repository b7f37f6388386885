namespace Backtest.Tests;

/// <summary>Distribution measures of values whose results are known.</summary>
public class DistributionTests
{
    [Fact]
    public void A_single_outlier_moves_the_mean_and_not_the_median() =>
        Assert.Equal(2, Last(new Median(5), [1, 2, 1000, 2, 3]));

    [Fact]
    public void A_rank_counts_what_is_strictly_below() =>
        Assert.Equal(0.4, Last(new PercentRank(5), [1, 3, 3, 2, 3]));

    [Fact]
    public void Not_a_number_in_the_window_is_gone_when_it_has_left() =>
        Assert.Equal(2, Last(new Median(3), [5, double.NaN, 4, 1, 2, 3]));

    [Fact]
    public void Two_values_as_often_as_each_other_have_no_skew_and_the_least_kurtosis()
    {
        Assert.Equal(0, Last(new Skewness(4), [1, 3, 3, 1]));
        Assert.Equal(-2, Last(new Kurtosis(4), [1, 3, 3, 1]));
    }

    [Fact]
    public void An_alternating_series_repeats_itself_after_two_and_is_its_own_opposite_after_one()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(at => at % 2.0)];
        Assert.Equal(1, Last(new Autocorrelation(10, 2), values), 1e-12);
        Assert.Equal(-1, Last(new Autocorrelation(10, 1), values), 1e-12);
    }

    [Fact]
    public void A_series_that_moves_twice_as_much_as_another_has_a_beta_of_two()
    {
        var beta = new Beta(5);
        double value = double.NaN;
        (double share, double market) = (100, 100);
        foreach (double change in (double[])[0, 0.01, -0.02, 0.03, 0.01, -0.01])
            value = beta.Update(share *= 1 + 2 * change, market *= 1 + change);
        Assert.Equal(2, value, 1e-12);
    }

    [Fact]
    public void A_trend_has_a_Hurst_exponent_of_one_a_walk_a_half_and_noise_none()
    {
        var random = new Random(7);
        double level = 0;
        Assert.Equal(1, Last(new HurstExponent(64), [.. Enumerable.Range(0, 100).Select(at => 3.0 * at)]), 1e-12);
        Assert.InRange(Last(new HurstExponent(4096), [.. Enumerable.Range(0, 5000).Select(_ => level += random.NextDouble() - 0.5)]), 0.4, 0.6);
        Assert.InRange(Last(new HurstExponent(4096), [.. Enumerable.Range(0, 5000).Select(_ => random.NextDouble())]), -0.1, 0.1);
        Assert.Equal(0, Last(new HurstExponent(16), [.. Enumerable.Range(0, 100).Select(at => at % 2.0)]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Noise_is_disorderly_and_a_rise_is_not(int order)
    {
        var random = new Random(7);
        Assert.InRange(Last(new PermutationEntropy(5000, order), [.. Enumerable.Range(0, 5000).Select(_ => random.NextDouble())]), 0.98, 1);
        Assert.Equal(0, Last(new PermutationEntropy(50, order), [.. Enumerable.Range(0, 100).Select(at => (double)at)]));
    }

    [Fact]
    public void The_entropy_of_a_known_series_is_that_of_its_paper()
    {
        // C. Bandt and B. Pompe, 2002: the ordinal patterns of order three of 4, 7, 9, 10, 6, 11, 3 have an entropy of 1.5219 bits.
        double entropy = Last(new PermutationEntropy(7, 3), [4, 7, 9, 10, 6, 11, 3]) * Math.Log2(6);
        Assert.Equal(1.5219, entropy, 5e-5);
    }

    private static double Last(ISeriesIndicator<double> indicator, double[] values) => values.Select(indicator.Update).ToArray()[^1];
}

using Backtest.Research;

namespace Backtest.Tests;

public sealed class MeanDifferenceTests
{
    [Fact]
    public void A_mean_far_from_zero_is_told_from_chance_and_one_near_it_is_not()
    {
        double[] noise = Noise(seed: 1, count: 500);
        MeanDifference near = MeanDifference.Of(noise);
        MeanDifference far = MeanDifference.Of([.. noise.Select(value => value + 0.3)]);

        Assert.Equal(noise.Average(), near.Mean, 12);
        Assert.True(near.PValue > 0.05);
        Assert.True(near.Low < 0 && near.High > 0);
        Assert.True(far.PValue < 0.01);
        Assert.True(far.Low > 0 && far.Low < far.Mean && far.Mean < far.High);
    }

    // The standard deviation of the mean of 500 such numbers is 1 / √500, so the interval is 2 × 1.96 times that wide.
    [Fact]
    public void Of_independent_numbers_the_interval_is_that_of_the_mean()
    {
        MeanDifference measured = MeanDifference.Of(Noise(seed: 2, count: 500));

        Assert.InRange((measured.High - measured.Low) / (2 * 1.96 / Math.Sqrt(500)), 0.85, 1.15);
    }

    [Fact]
    public void One_in_twenty_series_without_a_mean_is_taken_for_one_with_one()
    {
        int taken = Enumerable.Range(0, 100).Count(seed => MeanDifference.Of(Noise(seed + 10, count: 120)).PValue <= 0.05);

        Assert.InRange(taken, 0, 12);
    }

    private static double[] Noise(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }
}

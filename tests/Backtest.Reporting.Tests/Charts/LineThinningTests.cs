using Backtest.Reporting;
using CsCheck;

namespace Backtest.Tests;

public sealed class LineThinningTests
{
    [Fact]
    public void Ends_and_extremes_stay_in_order_and_no_more_than_asked_for() => Gen.Select(Gen.Int[3, 3000], Gen.Int[50, 400], Gen.Int)
        .Sample((count, most, seed) =>
    {
        var random = new Random(seed);
        double[] x = [.. Enumerable.Range(0, count).Select(i => (double)i)];
        double[] y = [.. x.Select(_ => random.NextDouble())];
        int[] chosen = LineThinning.Choose(x, y, most);
        Assert.True(chosen.Length <= most);
        Assert.Equal((0, count - 1), (chosen[0], chosen[^1]));
        Assert.Equal(chosen.Order().Distinct(), chosen);
    });

    [Fact]
    public void A_spike_of_one_point_in_a_million_is_not_lost()
    {
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => (double)i)];
        double[] y = [.. x.Select(at => at == 654_321 ? -5.0 : Math.Sin(at / 40_000))];
        Assert.Contains(654_321, LineThinning.Choose(x, y, 1000));
    }

    [Fact]
    public void Few_points_all_stay() => Assert.Equal([0, 1, 2], LineThinning.Choose([0, 1, 2], [5, double.NaN, 3], 3));
}

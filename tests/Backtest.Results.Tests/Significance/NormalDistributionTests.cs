using System.Text.Json;
using Backtest.Results;
using CsCheck;

namespace Backtest.Tests;

public sealed class NormalDistributionTests
{
    [Theory] // W. J. Cody's values, as published tables give them
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.6448536269514722, 0.05)]
    [InlineData(-3, 1.3498980316300945e-3)]
    [InlineData(-6, 9.865876450376981e-10)]
    [InlineData(-8, 6.220960574271786e-16)]
    public void The_share_below_a_value_is_that_of_the_tables(double x, double share) =>
        Assert.Equal(share, NormalDistribution.Cumulative(x), Math.Max(1e-14 * share, share < 1e-8 ? 1e-8 * share : 1e-15));

    [Fact]
    public void A_quantile_is_the_inverse() => Gen.Double[1e-12, 1 - 1e-9].Sample(share =>
        Assert.Equal(share, NormalDistribution.Cumulative(NormalDistribution.Quantile(share)), 1e-13));

    [Fact]
    public void The_ends_of_the_distribution_are_infinite()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(1.1));
    }

    [Fact]
    public void The_expected_maximum_is_that_of_the_figures()
    {
        JsonElement figures = JsonDocument.Parse(File.ReadAllText(GoldenFiles.Locate("research", "expected.json"))).RootElement;

        foreach (JsonProperty figure in figures.GetProperty("expected_maximum_of_normals").EnumerateObject())
            Assert.Equal(figure.Value.GetDouble(), MaximumOfNormals.Mean(int.Parse(figure.Name, System.Globalization.CultureInfo.InvariantCulture)), 1e-9);
    }

    [Theory] // closed forms for two and three, and tables of order statistics for ten (Teichroew, 1956)
    [InlineData(1, 1)]
    [InlineData(2, 1 - (1 / Math.PI))]
    [InlineData(3, 0.5594672037973508)]
    [InlineData(10, 0.3443438)]
    public void The_variance_of_the_maximum_is_that_of_order_statistics(double count, double variance) =>
        Assert.Equal(variance, MaximumOfNormals.Variance(count), count == 10 ? 1e-7 : 1e-12);
}

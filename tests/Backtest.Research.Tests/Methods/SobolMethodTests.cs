using Backtest.Research;

namespace Backtest.Tests;

public sealed class SobolMethodTests
{
    private static readonly SobolMethod Plain = new() { Scramble = false };

    [Fact]
    public void Unscrambled_points_are_those_of_Joe_and_Kuo()
    {
        double[][] expected = [.. File.ReadLines(GoldenFiles.Locate("research", "sobol_8d_64.csv"))
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];

        Assert.Equal(64, expected.Length);
        Assert.Equal(expected.Select(point => new SearchPoint(point)), SearchSimulation.Points(Plain, Cube(8), 64));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_each_of_128_dimensions_every_interval_of_a_power_of_two_has_one_point(bool scramble)
    {
        SearchPoint[] points = SearchSimulation.Points(new SobolMethod { Scramble = scramble }, Cube(128), 256, seed: 7);

        for (int dimension = 0; dimension < 128; dimension++)
            Assert.Equal(Enumerable.Range(0, 256), points.Select(point => (int)(point[dimension] * 256)).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_dyadic_rectangle_of_two_dimensions_has_one_point(bool scramble)
    {
        // The first two dimensions form a (0, 8, 2)-net: one point in each rectangle of area 1/256, of any shape.
        SearchPoint[] points = SearchSimulation.Points(new SobolMethod { Scramble = scramble }, Cube(2), 256, seed: 3);

        for (int wide = 1; wide <= 256; wide *= 2)
        {
            int high = 256 / wide;
            Assert.Equal(256, points.Select(point => ((int)(point[0] * wide), (int)(point[1] * high))).Distinct().Count());
        }
    }

    [Fact]
    public void Each_seed_scrambles_differently() => Assert.Empty(
        SearchSimulation.Points(new SobolMethod(), Cube(3), 100, seed: 1)
            .Intersect(SearchSimulation.Points(new SobolMethod(), Cube(3), 100, seed: 2)));

    [Fact]
    public void Refused_points_are_passed_over()
    {
        var space = new SearchSpace(Cube(2).Dimensions, point => point[0] < point[1]);

        Assert.Equal(SearchSimulation.Points(Plain, Cube(2), 64).Where(space.Allows), SearchSimulation.Points(Plain, space, 100).Take(28));
    }

    [Fact]
    public void More_parameters_than_direction_numbers_are_an_error()
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() => SearchSimulation.Points(Plain, Cube(129), 1)).Errors);

        Assert.Equal("too_many_dimensions", error.Code);
        Assert.Contains("129", error.Message, StringComparison.Ordinal);
    }

    private static SearchSpace Cube(int dimensions) =>
        new([.. Enumerable.Range(0, dimensions).Select(i => SearchDimension.Range($"x{i}", 0, 1))]);
}

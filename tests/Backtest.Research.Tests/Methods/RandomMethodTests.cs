using Backtest.Research;

namespace Backtest.Tests;

public sealed class RandomMethodTests
{
    [Fact]
    public void Points_are_even_over_a_range_over_levels_and_over_values()
    {
        var space = new SearchSpace([SearchDimension.Range("x", -1, 3), SearchDimension.Grid("n", 0, 9, 1), SearchDimension.Choice("c", 4)]);

        SearchPoint[] points = SearchSimulation.Points(new RandomMethod(), space, 20_000);

        Assert.Equal(1, points.Average(point => point[0]), 0.05);
        Assert.All(points.CountBy(point => point[1]), level => Assert.InRange(level.Value, 1800, 2200));
        Assert.All(points.CountBy(point => point[2]), value => Assert.InRange(value.Value, 4700, 5300));
    }

    [Fact]
    public void Where_ratios_count_each_decade_has_as_many_points()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0.001, 1000, isLog: true)]);

        SearchPoint[] points = SearchSimulation.Points(new RandomMethod(), space, 12_000);

        Assert.All(points.CountBy(point => Math.Floor(Math.Log10(point[0]))), decade => Assert.InRange(decade.Value, 1850, 2150));
    }

    [Fact]
    public void Each_seed_has_points_of_its_own()
    {
        var space = new SearchSpace([SearchDimension.Range("x", 0, 1)]);

        Assert.Empty(SearchSimulation.Points(new RandomMethod(), space, 100, seed: 1)
            .Intersect(SearchSimulation.Points(new RandomMethod(), space, 100, seed: 2)));
    }

    [Fact]
    public void The_only_allowed_point_among_many_is_found()
    {
        var space = new SearchSpace([SearchDimension.Grid("x", 0, 299, 1), SearchDimension.Grid("y", 0, 299, 1)],
            point => point[0] == 217 && point[1] == 5);

        Assert.Equal([new SearchPoint(217, 5)], SearchSimulation.Points(new RandomMethod(), space, 10));
    }
}

using CsCheck;

namespace Backtest.Tests;

/// <summary>Random search spaces.</summary>
internal static class SearchGenerators
{
    private static readonly Gen<SearchDimension> Grids = Gen.Select(Gen.Int[-20, 20], Gen.Int[0, 6], Gen.Int[1, 8],
        (from, steps, step) => SearchDimension.Grid("grid", from, from + (steps * step * 0.25), step * 0.25));

    private static readonly Gen<SearchDimension> LogGrids = Gen.Select(Gen.Int[1, 5], Gen.Int[0, 6], Gen.Int[1, 3],
        (from, steps, step) => SearchDimension.Grid("log_grid", from, from + (steps * step), step, isLog: true));

    private static readonly Gen<SearchDimension> Choices = Gen.Int[1, 5].Select(count => SearchDimension.Choice("choice", count));

    private static readonly Gen<SearchDimension> Ranges = Gen.Select(Gen.Double[-10, 10], Gen.Double[0.001, 10], Gen.Bool,
        (from, length, isLog) => isLog
            ? SearchDimension.Range("log", length, length * 100, isLog: true)
            : SearchDimension.Range("range", from, from + length));

    // In any space, allow all points, about two in three, or about one in twelve.
    private static readonly Gen<Func<SearchPoint, bool>?> Constraints = Gen.Int[0, 2].Select<int, Func<SearchPoint, bool>?>(kind => kind switch
    {
        0 => null,
        1 => point => Sum(point) % 3 != 0,
        _ => point => Sum(point) % 12 == 0,
    });

    /// <summary>Spaces with only levels and choices.</summary>
    public static readonly Gen<SearchSpace> FiniteSpaces = Gen.Select(Gen.OneOf(Grids, LogGrids, Choices).List[1, 4], Constraints,
        (dimensions, allows) => new SearchSpace(dimensions, allows));

    /// <summary>Spaces of every kind of dimension.</summary>
    public static readonly Gen<SearchSpace> Spaces = Gen.OneOf(
        FiniteSpaces,
        Gen.Select(Gen.OneOf(Grids, LogGrids, Choices, Ranges).List[1, 4], Constraints,
            (dimensions, allows) => new SearchSpace(dimensions, allows)));

    /// <summary>All allowed points of a space of levels.</summary>
    public static HashSet<SearchPoint> AllPoints(SearchSpace space)
    {
        IEnumerable<double[]> points = [[]];
        foreach (SearchDimension dimension in space.Dimensions)
        {
            points = points.SelectMany(point => Enumerable.Range(0, dimension.Levels)
                .Select(level => (double[])[.. point, dimension.At(level)]));
        }

        return [.. points.Select(point => new SearchPoint(point)).Where(space.Allows)];
    }

    private static long Sum(SearchPoint point)
    {
        double sum = 0;
        foreach (double coordinate in point.Coordinates)
            sum = (sum * 1.7) + (coordinate * 4);
        return (long)Math.Abs(Math.Floor(sum));
    }
}

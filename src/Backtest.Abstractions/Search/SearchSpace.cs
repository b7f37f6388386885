namespace Backtest;

/// <summary>The space a search covers: its dimensions, and which of their points it allows.</summary>
/// <param name="dimensions">The searched parameters.</param>
/// <param name="allows">Which points meet the constraints; <see langword="null"/> for all.</param>
public sealed class SearchSpace(IReadOnlyList<SearchDimension> dimensions, Func<SearchPoint, bool>? allows = null)
{
    /// <summary>The searched parameters.</summary>
    public IReadOnlyList<SearchDimension> Dimensions { get; } = dimensions;

    /// <summary>How many points there are, including those that constraints refuse; <see langword="null"/> if a dimension has no levels.</summary>
    public double? Count => Dimensions.All(dimension => dimension.Levels > 0)
        ? Dimensions.Aggregate(1.0, (count, dimension) => count * dimension.Levels)
        : null;

    /// <summary>Whether a point meets the constraints.</summary>
    public bool Allows(SearchPoint point) => allows is null || allows(point);
}

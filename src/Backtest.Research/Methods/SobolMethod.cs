namespace Backtest.Research;

/// <summary>
/// The points of I. Sobol's sequence (1967), which are more evenly distributed than random ones, with the direction numbers of S. Joe and F. Kuo
/// (2008). Points that constraints reject, and those that repeat in a space of levels, are skipped.
/// </summary>
[SearchMethod("sobol", Description = "Tries the points of a Sobol sequence, which cover the space evenly for any number of trials.")]
public sealed class SobolMethod : ISearchMethod
{
    /// <summary>Whether the seed scrambles the sequence.</summary>
    [Parameter(Description = "Whether the seed scrambles the sequence. Otherwise, it begins with the lowest value of every parameter.")]
    public bool Scramble { get; init; } = true;

    /// <inheritdoc/>
    public bool IsAdaptive => false;

    /// <inheritdoc/>
    /// <exception cref="InputException">There are more parameters than direction numbers.</exception>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        int dimensions = state.Space.Dimensions.Count;
        if (dimensions > SobolDirections.Dimensions)
        {
            throw new InputException(new InputError("too_many_dimensions",
                $"The search has {dimensions} parameters, but 'sobol' supports at most {SobolDirections.Dimensions}.")
            {
                Key = "search.method.type",
                Fix = "Search fewer parameters, or use 'random'.",
            });
        }

        var points = new SobolPoints(state.Space, Scramble ? state.Seed : null);
        return [.. points.Take(state.Trials.Count, state.Wanted).Select(point => new SearchProposal(point))];
    }
}

namespace Backtest.Research;

/// <summary>Every point of the space, the last dimension fastest.</summary>
[SearchMethod("grid", Description = "Tries every combination, the last parameter fastest.")]
public sealed class GridMethod : ISearchMethod
{
    /// <inheritdoc/>
    public bool IsAdaptive => false;

    /// <inheritdoc/>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        IReadOnlyList<SearchDimension> dimensions = state.Space.Dimensions;
        var proposals = new List<SearchProposal>();
        int[] levels = new int[dimensions.Count];
        int skipped = state.Trials.Count;
        do
        {
            var point = new SearchPoint(dimensions.Select((dimension, index) => dimension.At(levels[index])));
            if (!state.Space.Allows(point))
                continue;
            if (skipped > 0)
                skipped--;
            else
                proposals.Add(new SearchProposal(point));
        }
        while (proposals.Count < state.Wanted && Advance(levels, dimensions));

        return proposals;
    }

    private static bool Advance(int[] levels, IReadOnlyList<SearchDimension> dimensions)
    {
        for (int i = levels.Length - 1; i >= 0; i--)
        {
            if (++levels[i] < dimensions[i].Levels)
                return true;
            levels[i] = 0;
        }

        return false;
    }
}

namespace Backtest.Research;

/// <summary>
/// Draws points uniformly from the space, or uniformly by logarithm where ratios matter. No point occurs twice, and a space of levels may be
/// exhausted before the search ends. Effective when few of many parameters matter (J. Bergstra and Y. Bengio, 2012).
/// </summary>
[SearchMethod("random", Description = "Draws points uniformly from the space, none of them twice.")]
public sealed class RandomMethod : ISearchMethod
{
    /// <inheritdoc/>
    public bool IsAdaptive => false;

    /// <inheritdoc/>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        var taken = new TakenPoints(state.Space, state.Trials);
        var points = new RandomPoints(state.Space, state.Seed, taken);
        var proposals = new List<SearchProposal>(state.Wanted);
        while (proposals.Count < state.Wanted && points.Draw(state.Trials.Count + proposals.Count) is { } point)
        {
            taken.Add(point);
            proposals.Add(new SearchProposal(point));
        }

        return proposals;
    }
}

namespace Backtest.Research;

/// <summary>Every point of the space, with the last dimension varying fastest. Each parameter needs levels: a step, or values.</summary>
[SearchMethod("grid", Description = "Tries every combination. The last parameter varies fastest.")]
public sealed class GridMethod : ISearchMethod
{
    // The number of points in a row that constraints may reject. A larger grid is not meant to be enumerated.
    private const int MostRefused = 10_000_000;

    /// <inheritdoc/>
    public bool IsAdaptive => false;

    /// <inheritdoc/>
    /// <exception cref="InputException">A parameter may have any value between its bounds.</exception>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        RequireLevels(state.Space);
        var walk = new GridWalk(state.Space.Dimensions);
        var proposals = new List<SearchProposal>();
        int refused = 0;
        bool isInside = state.Trials.Count == 0 || walk.MoveBehind(state.Trials[^1].Proposal.Point);
        while (isInside && proposals.Count < state.Wanted && refused < MostRefused)
        {
            SearchPoint point = walk.Current;
            if (state.Space.Allows(point))
            {
                refused = 0;
                proposals.Add(new SearchProposal(point));
            }
            else
            {
                refused++;
            }

            isInside = walk.MoveNext();
        }

        return proposals;
    }

    private static void RequireLevels(SearchSpace space)
    {
        InputError[] errors = [.. space.Dimensions.Where(dimension => dimension.Levels == 0).Select(dimension =>
            new InputError("grid_needs_levels", $"A grid is infinite if '{dimension.Name}' can have any value between its bounds.")
            {
                Key = "search.method.type",
                Fix = $"Set a step or a list of values for '{dimension.Name}', or use a method such as 'sobol' or 'random'.",
            })];
        if (errors.Length > 0)
            throw new InputException(errors);
    }
}

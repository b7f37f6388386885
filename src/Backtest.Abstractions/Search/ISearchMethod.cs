namespace Backtest;

/// <summary>
/// Decides which trials a search makes next. It is a pure function of its argument: the same trials and the same seed give the same proposals, so
/// that a search has the same result on any number of workers and after any interruption. It keeps no state between calls.
/// </summary>
public interface ISearchMethod
{
    /// <summary>Whether what it proposes depends on how earlier trials did. Otherwise all proposals may be requested at once.</summary>
    bool IsAdaptive { get; }

    /// <summary>Proposes the next trials.</summary>
    /// <param name="state">The space, the trials so far and how many more are wanted.</param>
    /// <returns>
    /// At most <see cref="SearchState.Wanted"/> proposals, each at a point the space allows; an empty list ends the search. A point may be repeated:
    /// it is not run again, but it counts.
    /// </returns>
    /// <exception cref="InputException">
    /// The method cannot search such a space, or so many objectives. It throws on the first state, before there are trials.
    /// </exception>
    IReadOnlyList<SearchProposal> Propose(SearchState state);
}

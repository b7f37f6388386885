namespace Backtest;

/// <summary>
/// Decides which trials a search makes next. It is a pure function of what it is given: the same trials and the same seed give the same
/// proposals, so that a search comes out the same on any number of workers and after any interruption. It keeps nothing from call to call.
/// </summary>
public interface ISearchMethod
{
    /// <summary>Whether what it proposes depends on how earlier trials did. Otherwise everything may be asked for at once.</summary>
    bool IsAdaptive { get; }

    /// <summary>Proposes the next trials.</summary>
    /// <param name="state">The space, the trials so far and how many more are wanted.</param>
    /// <returns>
    /// At most <see cref="SearchState.Wanted"/> proposals, each at a point the space allows; none ends the search. A point may come again: it is
    /// not run again, but it counts.
    /// </returns>
    /// <exception cref="InputException">
    /// The method cannot search such a space, or so many objectives. It says so of the first state, before there is a trial.
    /// </exception>
    IReadOnlyList<SearchProposal> Propose(SearchState state);
}

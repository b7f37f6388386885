namespace Backtest.Testing;

/// <summary>What a method was given once, and what it proposed.</summary>
/// <param name="State">What it was given.</param>
/// <param name="Proposals">What it proposed.</param>
internal sealed record PaperStep(SearchState State, IReadOnlyList<SearchProposal> Proposals)
{
    /// <summary>Where the proposals of a method part from these; <see langword="null"/>: nowhere.</summary>
    public string? Difference(ISearchMethod method)
    {
        IReadOnlyList<SearchProposal> found = method.Propose(State);
        int place = Proposals.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        if (place == Proposals.Count && place == found.Count)
            return null;
        string Text(IReadOnlyList<SearchProposal> proposals) => place < proposals.Count ? $"({proposals[place].Point})" : "none";
        return FormattableString.Invariant(
            $"proposal {place + 1} after {State.Trials.Count} trials is {Text(found)}, but was {Text(Proposals)}");
    }

    /// <summary>The same trials, each of which did as well as the one at the other end.</summary>
    public PaperStep WithOtherLosses() => this with
    {
        State = State with
        {
            Trials = [.. State.Trials.Select((trial, place) => trial with { Losses = State.Trials[^(place + 1)].Losses })],
        },
    };
}

namespace Backtest.Research;

/// <summary>
/// The tree-structured Parzen estimator (J. Bergstra, R. Bardenet, Y. Bengio, B. Kégl, 2011): it estimates a density of the good trials and one of
/// the others, draws candidates from the first, and tries the one with the highest ratio of the first density to the second. Both densities are
/// joint over all parameters (S. Falkner, A. Klein, F. Hutter, 2018) instead of separate for each.
/// </summary>
/// <remarks>
/// Several losses are ranked by front and crowding distance. Proposals of one batch count as bad for those that follow (constant liar; D.
/// Ginsbourger, R. Le Riche, L. Carraro, 2010), so that they spread. Names and numbers are Optuna's (24 candidates, the best tenth and at most 25
/// as good trials, less weight for older trials), but the prior has double weight, and a fifth of the trials continues to explore, as in S. Falkner
/// and others.
/// </remarks>
[SearchMethod("tpe", Description = "Searches where good trials are denser than the others (tree-structured Parzen estimator).")]
public sealed class TpeMethod : ISearchMethod
{
    private const int MostGood = 25;
    private const int RecentTrials = 25;

    /// <summary>The number of trials before the first model-based proposal.</summary>
    [Parameter(Min = 1, Description = "The number of trials before the first decision, which are points of a scrambled Sobol sequence.")]
    public int StartupTrials { get; init; } = 24;

    /// <summary>The number of candidates per trial.</summary>
    [Parameter(Min = 1, Max = 10_000, Description = "The number of candidates drawn for a trial. With more candidates, the search explores less.")]
    public int Candidates { get; init; } = 24;

    /// <summary>The share of trials that count as good.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Max = 1, Description = "The share of trials that count as good, at most 25 trials.")]
    public double Gamma { get; init; } = 0.1;

    /// <summary>The weight of the prior.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The weight of the whole space in both densities, in trials.")]
    public double PriorWeight { get; init; } = 2;

    /// <summary>How often a trial explores; 0 for never.</summary>
    [Parameter(Min = 0, Description = "The interval, in trials after the first ones, at which a trial continues the Sobol sequence. 0 means never.")]
    public int ExploreEvery { get; init; } = 5;

    /// <inheritdoc/>
    public bool IsAdaptive => true;

    /// <inheritdoc/>
    public IReadOnlyList<SearchProposal> Propose(SearchState state)
    {
        int count = state.Trials.Count;
        var evenly = new EvenPoints(state.Space, state.Seed);
        SearchProposal[] first = [.. evenly.Take(count, Math.Min(state.Wanted, StartupTrials - count))
            .Select(point => new SearchProposal(point))];
        if (first.Length > 0)
            return first;

        var model = new ParzenModel(state, Gamma, MostGood, RecentTrials, PriorWeight);
        var rest = new RandomPoints(state.Space, state.Seed, model.Taken);
        var proposals = new List<SearchProposal>(state.Wanted);
        for (int number = count; proposals.Count < state.Wanted; number++)
        {
            SearchPoint? point = Explores(number)
                ? evenly.Take(StartupTrials + ((number - StartupTrials) / ExploreEvery), 1).FirstOrDefault()
                : null;
            if (point is null || model.Taken.Contains(point))
                point = model.Best(new SearchRandom(state.Seed, (ulong)number), Candidates) ?? rest.Draw(number);
            if (point is null)
                break;
            model.Take(point);
            proposals.Add(new SearchProposal(point));
        }

        return proposals;
    }

    private bool Explores(int number) => ExploreEvery > 0 && (number - StartupTrials) % ExploreEvery == ExploreEvery - 1;
}

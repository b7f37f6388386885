namespace Backtest.Research;

/// <summary>
/// What the completed trials of a search show together: whether the best one is among others that are good, and which parameters the loss depends
/// on. An isolated best trial is more likely luck than one in a wide good region.
/// </summary>
public sealed class SearchSurface
{
    private SearchSurface(SearchSpace space, IReadOnlyList<SearchTrial> trials, int objective)
    {
        Trials = trials.Count;
        if (trials.Count == 0)
            return;
        Best = trials.MinBy(trial => trial.Losses[objective]);
        MedianLoss = Median.Of(trials.Select(trial => trial.Losses[objective]));
        Neighborhood = Neighborhood.Of(space, trials, objective);
        if (LossVariance.Of(space, trials, objective) is not { } variance)
            return;
        IsExact = variance.IsExact;
        Effects = variance.Effects;
        Pairs = variance.Pairs;
        Cliffs = [.. Effects.SelectMany(effect => Cliff.Of(effect, variance.Deviation))];
    }

    /// <summary>
    /// The number of trials included: those that ran on all of the data and have a finite loss; of trials at the same point, the first.
    /// </summary>
    public int Trials { get; }

    /// <summary>The trial with the lowest loss, the first if there are several, or null if there is none.</summary>
    public SearchTrial? Best { get; }

    /// <summary>The median loss, or null if there is no trial.</summary>
    public double? MedianLoss { get; }

    /// <summary>The trials near the best one, or null if none is near.</summary>
    public Neighborhood? Neighborhood { get; }

    /// <summary>Whether the effects come from a complete grid, not from a forest fitted to the trials.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// The separate effect of each parameter, in the order of the dimensions; empty if there are too few trials or all losses are equal.
    /// </summary>
    public IReadOnlyList<ParameterEffect> Effects { get; } = [];

    /// <summary>The joint effect of each pair of parameters beyond their separate effects; empty when <see cref="Effects"/> is.</summary>
    public IReadOnlyList<PairEffect> Pairs { get; } = [];

    /// <summary>The places where the loss jumps from one value of a parameter to the next.</summary>
    public IReadOnlyList<Cliff> Cliffs { get; } = [];

    /// <summary>Computes the surface of some trials.</summary>
    /// <param name="space">The space of the search.</param>
    /// <param name="trials">The trials, in order of their numbers.</param>
    /// <param name="objective">The index of the loss, from 0.</param>
    public static SearchSurface Of(SearchSpace space, IReadOnlyList<SearchTrial> trials, int objective = 0)
    {
        var seen = new HashSet<SearchPoint>();
        return new SearchSurface(space, [.. trials.Where(trial =>
            trial.Proposal.Share >= 1 && double.IsFinite(trial.Losses[objective]) && seen.Add(trial.Proposal.Point))], objective);
    }
}

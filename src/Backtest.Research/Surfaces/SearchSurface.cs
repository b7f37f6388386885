namespace Backtest.Research;

/// <summary>
/// What the finished trials of a search say together: whether the best one stands among others that are good, and which parameters the loss
/// depends on. A lonely best trial is more likely luck than one in a wide good region.
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
        Neighbourhood = Neighbourhood.Of(space, trials, objective);
        if (LossVariance.Of(space, trials, objective) is not { } variance)
            return;
        IsExact = variance.IsExact;
        Effects = variance.Effects;
        Pairs = variance.Pairs;
        Cliffs = [.. Effects.SelectMany(effect => Cliff.Of(effect, variance.Deviation))];
    }

    /// <summary>
    /// How many trials went into it: those that ran on all of the data and have a finite loss; of trials at the same point the first.
    /// </summary>
    public int Trials { get; }

    /// <summary>The trial with the lowest loss, the first of several; null where there is none.</summary>
    public SearchTrial? Best { get; }

    /// <summary>The median loss; null where there is no trial.</summary>
    public double? MedianLoss { get; }

    /// <summary>The trials near the best one; null where none is near.</summary>
    public Neighbourhood? Neighbourhood { get; }

    /// <summary>Whether the effects are those of a whole grid, and not of a forest fitted to the trials.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// The effect of each parameter alone, in the order of the dimensions; empty where trials are too few or all losses the same.
    /// </summary>
    public IReadOnlyList<ParameterEffect> Effects { get; } = [];

    /// <summary>What each pair of parameters does beyond what both do alone; empty as <see cref="Effects"/> is.</summary>
    public IReadOnlyList<PairEffect> Pairs { get; } = [];

    /// <summary>Where the loss jumps from one value of a parameter to the next.</summary>
    public IReadOnlyList<Cliff> Cliffs { get; } = [];

    /// <summary>The surface of some trials.</summary>
    /// <param name="space">Where was searched.</param>
    /// <param name="trials">The trials, in order of their numbers.</param>
    /// <param name="objective">Which of the losses, from 0.</param>
    public static SearchSurface Of(SearchSpace space, IReadOnlyList<SearchTrial> trials, int objective = 0)
    {
        var seen = new HashSet<SearchPoint>();
        return new SearchSurface(space, [.. trials.Where(trial =>
            trial.Proposal.Share >= 1 && double.IsFinite(trial.Losses[objective]) && seen.Add(trial.Proposal.Point))], objective);
    }
}

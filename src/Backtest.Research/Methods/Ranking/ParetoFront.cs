namespace Backtest.Research;

/// <summary>The trials that no other trial dominates: none is as good in every loss and better in one.</summary>
public static class ParetoFront
{
    /// <summary>
    /// The front of the given trials, in their order. Trials that ran on a share of the data and those with a loss that is not finite are excluded;
    /// of trials at the same point, the first counts.
    /// </summary>
    /// <param name="trials">The trials, all with the same number of losses.</param>
    public static IReadOnlyList<SearchTrial> Of(IReadOnlyList<SearchTrial> trials)
    {
        var seen = new HashSet<SearchPoint>();
        SearchTrial[] whole = [.. trials.Where(trial =>
            trial.Proposal.Share >= 1 && Losses.AreFinite(trial) && seen.Add(trial.Proposal.Point))];
        double[][] losses = [.. whole.Select(trial => trial.Losses.ToArray())];
        return [.. whole.Where((_, i) => !losses.Any(other => Losses.Compare(other, losses[i]) == Dominance.Better))];
    }
}

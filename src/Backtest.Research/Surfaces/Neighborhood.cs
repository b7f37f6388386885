namespace Backtest.Research;

/// <summary>
/// The trials near the best one. In a space of levels these are the trials that differ by one level in one parameter and in no choice, if at least
/// as many of them were run as there are such parameters; otherwise the nearest ones with the same choices, two for each parameter and at most a
/// quarter of all trials, by the distance of parameters scaled to their bounds.
/// </summary>
public sealed class Neighborhood
{
    private const double KeptByHill = 0.5;
    private const int TrialsForEachNearest = 4;

    private Neighborhood(IReadOnlyList<SearchTrial> trials, double best, double median, int objective)
    {
        Trials = trials;
        MedianLoss = Median.Of(trials.Select(trial => trial.Losses[objective]));
        WorstLoss = trials.Max(trial => trial.Losses[objective]);
        double advantage = median - best;
        KeptAdvantage = advantage > 0 ? (median - MedianLoss) / advantage : null;
    }

    /// <summary>The neighbors of the best trial, in order of their numbers; at least one.</summary>
    public IReadOnlyList<SearchTrial> Trials { get; }

    /// <summary>Their median loss.</summary>
    public double MedianLoss { get; }

    /// <summary>Their highest loss.</summary>
    public double WorstLoss { get; }

    /// <summary>
    /// The fraction of the best trial's advantage over the median trial that the median neighbor keeps: 1 if it is as good as the best, 0 if it
    /// equals the median of all, negative if it is worse; null if the best is no better than the median.
    /// </summary>
    public double? KeptAdvantage { get; }

    /// <summary>Whether the neighbors lose more than half of the best trial's advantage.</summary>
    public bool IsLonelyPeak => KeptAdvantage < KeptByHill;

    /// <summary>The neighborhood of the best of some trials, or null if none is near.</summary>
    internal static Neighborhood? Of(SearchSpace space, IReadOnlyList<SearchTrial> trials, int objective)
    {
        SearchTrial best = trials.MinBy(trial => trial.Losses[objective])!;
        SearchDimension[] numbers = [.. space.Dimensions.Where(dimension => !dimension.IsChoice && dimension.From < dimension.To)];
        UnitScale[] scales = UnitScale.Of(space);
        SearchTrial[] alike = [.. trials.Where(trial => trial != best && HasSameChoices(space, trial, best))];
        SearchTrial[] near = space.Count is null ? [] : [.. alike.Where(trial => LevelsApart(space, trial, best) == 1)];
        if (near.Length < numbers.Length)
        {
            int count = Math.Min(2 * numbers.Length, trials.Count / TrialsForEachNearest);
            near = [.. alike.OrderBy(trial => Distance(scales, trial, best)).ThenBy(trial => trial.Number).Take(count)
                .OrderBy(trial => trial.Number)];
        }

        double median = Median.Of(trials.Select(trial => trial.Losses[objective]));
        return near.Length == 0 ? null : new Neighborhood(near, best.Losses[objective], median, objective);
    }

    private static bool HasSameChoices(SearchSpace space, SearchTrial one, SearchTrial other) => Enumerable.Range(0, space.Dimensions.Count)
        .All(i => !space.Dimensions[i].IsChoice || one.Proposal.Point[i] == other.Proposal.Point[i]);

    private static int LevelsApart(SearchSpace space, SearchTrial one, SearchTrial other) => Enumerable.Range(0, space.Dimensions.Count)
        .Sum(i => Math.Abs(space.Dimensions[i].LevelOf(one.Proposal.Point[i]) - space.Dimensions[i].LevelOf(other.Proposal.Point[i])));

    private static double Distance(UnitScale[] scales, SearchTrial one, SearchTrial other)
    {
        double[] from = UnitScale.ToUnits(scales, one.Proposal.Point);
        double[] to = UnitScale.ToUnits(scales, other.Proposal.Point);
        return from.Zip(to, (a, b) => (a - b) * (a - b)).Sum();
    }
}

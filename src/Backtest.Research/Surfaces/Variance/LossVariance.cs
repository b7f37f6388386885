namespace Backtest.Research;

/// <summary>
/// Analyzes what the loss varies with: if a complete grid was tried, from the trials themselves; otherwise from a forest of trees fitted to samples
/// of them, where each tree is analyzed exactly and the results are averaged.
/// </summary>
internal sealed class LossVariance
{
    private const int Trees = 32;
    private const int FewestTrials = 20;
    private const int FewestForEachParameter = 4;
    private const ulong ForestSeed = 0x5F0E57;

    private LossVariance(SearchSpace space, ParameterBins[] parameters, IReadOnlyList<VarianceShares> parts, double deviation, bool isExact)
    {
        IsExact = isExact;
        Deviation = deviation;
        double mean = parts.Average(part => part.Mean);
        Effects = [.. parameters.Select((parameter, i) => new ParameterEffect(
            parameter.Dimension.Name,
            parts.Average(part => part.ShareOf(i)),
            [.. parameter.Coordinates.Select((coordinate, bin) => new EffectPoint(
                coordinate, mean + parts.Average(part => part.Curves[i][bin]), parameter.OfTrials.Count(own => own == bin)))],
            parameter.Dimension.IsChoice))];
        Pairs = [.. Enumerable.Range(0, parameters.Length).SelectMany(first => Enumerable.Range(first + 1, parameters.Length - first - 1)
            .Select(second => new PairEffect(
                space.Dimensions[first].Name, space.Dimensions[second].Name, parts.Average(part => part.ShareOf(first, second)))))];
    }

    /// <summary>Whether a complete grid was tried.</summary>
    public bool IsExact { get; }

    /// <summary>The standard deviation of the losses of the trials.</summary>
    public double Deviation { get; }

    /// <summary>The effect of each parameter.</summary>
    public IReadOnlyList<ParameterEffect> Effects { get; }

    /// <summary>The effect of each pair.</summary>
    public IReadOnlyList<PairEffect> Pairs { get; }

    /// <summary>The analysis of some trials at different points, or null if there are too few or their losses are equal.</summary>
    public static LossVariance? Of(SearchSpace space, IReadOnlyList<SearchTrial> trials, int objective)
    {
        bool isExact = space.Count == trials.Count;
        if (!isExact && trials.Count < Math.Max(FewestTrials, FewestForEachParameter * space.Dimensions.Count))
            return null;
        ParameterBins[] parameters = [.. space.Dimensions.Select((dimension, i) =>
            ParameterBins.Of(dimension, [.. trials.Select(trial => trial.Proposal.Point[i])], joinsLevels: !isExact))];
        double[] losses = [.. trials.Select(trial => trial.Losses[objective])];
        double middle = losses.Average();
        // Squares of differences from the middle lose no precision.
        double[] differences = [.. losses.Select(loss => loss - middle)];
        double deviation = Math.Sqrt(differences.Average(difference => difference * difference));
        VarianceShares[] parts = [.. (isExact ? [Cells(parameters, losses)] : Forest(parameters, differences, middle))
            .Select(regions => new VarianceShares(parameters, regions))
            .Where(part => part.Total > 0)];
        return parts.Length == 0 || losses.All(loss => loss == losses[0])
            ? null
            : new LossVariance(space, parameters, parts, deviation, isExact);
    }

    private static Region[] Cells(ParameterBins[] parameters, double[] losses) =>
        [.. losses.Select((loss, trial) => new Region([.. parameters.Select(parameter => (int[])[parameter.OfTrials[trial]])], loss))];

    private static IEnumerable<IReadOnlyList<Region>> Forest(ParameterBins[] parameters, double[] differences, double middle) =>
        Enumerable.Range(0, Trees).Select(tree => (IReadOnlyList<Region>)
            [.. RegressionTree.Fit(parameters, differences, new SearchRandom(ForestSeed, (ulong)tree))
                .Select(region => region with { Loss = region.Loss + middle })]);
}

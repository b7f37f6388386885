namespace Backtest.Research;

/// <summary>
/// The values of a parameter in bins. A choice has a bin for each value, and levels have a bin each, all with the same weight; if there are too
/// many levels, neighboring ones are joined. A range has bins with about as many trials each, weighted by their width.
/// </summary>
internal sealed class ParameterBins
{
    private const int MostBins = 32;
    private const int TrialsForEachBin = 4;

    private ParameterBins(SearchDimension dimension, double[] masses, double[] coordinates, int[] bins)
    {
        Dimension = dimension;
        Masses = masses;
        Coordinates = coordinates;
        OfTrials = bins;
    }

    /// <summary>The parameter.</summary>
    public SearchDimension Dimension { get; }

    /// <summary>The fraction of the parameter's values in each bin; the fractions sum to 1.</summary>
    public double[] Masses { get; }

    /// <summary>A value in the middle of each bin.</summary>
    public double[] Coordinates { get; }

    /// <summary>The bin of each trial.</summary>
    public int[] OfTrials { get; }

    /// <summary>Creates the bins of a dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="values">Its coordinate in each trial.</param>
    /// <param name="joinsLevels">Whether to join levels if there are many.</param>
    public static ParameterBins Of(SearchDimension dimension, double[] values, bool joinsLevels)
    {
        if (dimension.Levels == 0)
            return OfRange(dimension, values);
        int bins = dimension.IsChoice || !joinsLevels ? dimension.Levels : Math.Min(dimension.Levels, MostBins);
        int[] levels = new int[bins];
        int[] lowest = new int[bins];
        for (int level = dimension.Levels - 1; level >= 0; level--)
        {
            levels[BinOf(level)]++;
            lowest[BinOf(level)] = level;
        }

        return new ParameterBins(dimension, [.. levels.Select(count => (double)count / dimension.Levels)],
            [.. lowest.Zip(levels, (low, count) => dimension.At(low + ((count - 1) / 2)))],
            [.. values.Select(value => BinOf(dimension.LevelOf(value)))]);

        int BinOf(int level) => (int)((long)level * bins / dimension.Levels);
    }

    private static ParameterBins OfRange(SearchDimension dimension, double[] values)
    {
        var scale = new UnitScale(dimension);
        double[] units = [.. values.Select(scale.ToUnit)];
        double[] sorted = [.. units.Distinct().Order()];
        int bins = Math.Clamp(sorted.Length / TrialsForEachBin, 1, MostBins);
        double[] bounds = new double[bins + 1];
        bounds[bins] = 1;
        for (int i = 1; i < bins; i++)
        {
            int behind = i * sorted.Length / bins;
            bounds[i] = (sorted[behind - 1] + sorted[behind]) / 2;
        }

        return new ParameterBins(dimension,
            [.. Enumerable.Range(0, bins).Select(i => bounds[i + 1] - bounds[i])],
            [.. Enumerable.Range(0, bins).Select(i => scale.ToCoordinate((bounds[i] + bounds[i + 1]) / 2))],
            [.. units.Select(unit => Math.Max(Array.FindLastIndex(bounds, bins - 1, bound => bound <= unit), 0))]);
    }
}

namespace Backtest.Reporting;

/// <summary>How numbers are spread.</summary>
internal static class Distribution
{
    private const int MostBins = 60;

    /// <summary>A quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996).</summary>
    /// <param name="sorted">The numbers, ascending; at least one.</param>
    /// <param name="probability">Which, in [0, 1].</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        double place = (sorted.Length - 1) * probability;
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>
    /// How many numbers are in each of equal bins from the lowest to the highest. A bin is twice the interquartile range over the cube root of
    /// the count wide (Freedman and Diaconis, 1981), but there are at most 60, and at least one.
    /// </summary>
    /// <param name="sorted">The numbers, ascending; at least one.</param>
    /// <returns>Where the first bin begins, how wide each is, and how many numbers it holds; the last holds the highest as well.</returns>
    public static (double From, double Width, double[] Counts) Histogram(ReadOnlySpan<double> sorted)
    {
        double range = sorted[^1] - sorted[0];
        if (!(range > 0))
            return (sorted[0], 0, [sorted.Length]);
        double spread = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
        double width = 2 * spread / Math.Cbrt(sorted.Length);
        int bins = width > 0 ? (int)Math.Clamp(Math.Ceiling(range / width), 1, MostBins) : MostBins;
        var counts = new double[bins];
        foreach (double value in sorted)
            counts[Math.Min(bins - 1, (int)((value - sorted[0]) / range * bins))]++;
        return (sorted[0], range / bins, counts);
    }
}

namespace Backtest.Reporting;

/// <summary>Describes the distribution of numbers.</summary>
internal static class Distribution
{
    private const int MostBins = 60;

    /// <summary>A quantile by linear interpolation between order statistics (Hyndman and Fan, 1996, type 7).</summary>
    /// <param name="sorted">The numbers, ascending; at least one.</param>
    /// <param name="probability">The probability, in [0, 1].</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        double place = (sorted.Length - 1) * probability;
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>
    /// Counts the numbers in bins of equal width from the lowest to the highest. The width is twice the interquartile range divided by the cube
    /// root of the count (Freedman and Diaconis, 1981), limited to between one and 60 bins.
    /// </summary>
    /// <param name="sorted">The numbers, ascending; at least one.</param>
    /// <returns>The start of the first bin, the width of each, and the number of values in each; the last includes the highest.</returns>
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

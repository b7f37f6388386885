namespace Backtest.Reporting;

/// <summary>Determines with how many decimals numbers are written as scaled whole numbers.</summary>
internal static class DecimalScale
{
    private const int Most = 12;

    /// <summary>The largest whole number for which a page, which uses doubles, computes differences exactly.</summary>
    private const double Largest = 1L << 50;

    /// <summary>Powers of ten, from the zeroth.</summary>
    private static readonly double[] Powers = [.. Enumerable.Range(0, Most + 1)
        .Select(power => double.Parse($"1e{power}", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>
    /// The smallest number of decimals that reproduces the numbers exactly or, if there is none, keeps the given digits of the largest.
    /// </summary>
    /// <param name="values">The numbers; those that are not finite are ignored.</param>
    /// <param name="digits">The minimum number of significant digits of the largest number to keep.</param>
    public static int Of(ReadOnlySpan<double> values, int digits)
    {
        double largest = 0;
        foreach (double value in values)
        {
            if (double.IsFinite(value))
                largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
            return 0;
        int enough = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(largest)), 0, Most);
        while (enough > 0 && largest * Powers[enough] > Largest)
            enough--;
        int scale = 0;
        foreach (double value in values)
        {
            while (scale < enough && double.IsFinite(value) && Restored(value, scale) != value)
                scale++;
        }

        return scale;
    }

    /// <summary>A number as a scaled whole number.</summary>
    public static long Scaled(double value, int scale) => (long)Math.Round(Math.Clamp(value * Powers[scale], -Largest, Largest));

    /// <summary>The number that a scaled whole number represents.</summary>
    public static double Unscaled(long value, int scale) => value / Powers[scale];

    private static double Restored(double value, int scale) => Unscaled(Scaled(value, scale), scale);
}

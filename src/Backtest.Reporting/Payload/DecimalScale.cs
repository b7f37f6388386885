namespace Backtest.Reporting;

/// <summary>How many decimals numbers are written with, so that they are whole numbers of the last one.</summary>
internal static class DecimalScale
{
    private const int Most = 12;

    /// <summary>The largest whole number of which a page, which counts in doubles, still gets the differences exactly.</summary>
    private const double Largest = 1L << 50;

    /// <summary>Powers of ten, from the zeroth.</summary>
    private static readonly double[] Powers = [.. Enumerable.Range(0, Most + 1)
        .Select(power => double.Parse($"1e{power}", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The fewest decimals that give numbers back exactly; where there are none, those that keep the largest to as many digits.</summary>
    /// <param name="values">The numbers; those that are not finite do not count.</param>
    /// <param name="digits">How many significant digits of the largest number are kept at least.</param>
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

    /// <summary>A number as a whole number of its last decimal.</summary>
    public static long Scaled(double value, int scale) => (long)Math.Round(Math.Clamp(value * Powers[scale], -Largest, Largest));

    /// <summary>The number a whole number stands for.</summary>
    public static double Unscaled(long value, int scale) => value / Powers[scale];

    private static double Restored(double value, int scale) => Unscaled(Scaled(value, scale), scale);
}

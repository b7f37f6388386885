namespace Backtest.Research;

/// <summary>Computes medians.</summary>
internal static class Median
{
    /// <summary>The median of at least one number; for an even count, the mean of the middle two.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

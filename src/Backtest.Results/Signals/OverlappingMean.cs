namespace Backtest.Results;

/// <summary>
/// The mean of values that may overlap in time, such as returns over several bars that begin at each bar, and its distance from zero. The error of
/// the mean is that of Newey and West (1987), with weights that decrease linearly to zero at the distance from which on nothing overlaps. Values at
/// the same time are summed first (Driscoll and Kraay, 1998), because symbols move together. The error is scaled by n / (n − 1), so that without
/// overlap and with one value at a time, t is that of Student (1908).
/// </summary>
public static class OverlappingMean
{
    /// <summary>The mean, or null if there are no values.</summary>
    public static double? Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            return null;
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    /// <summary>The mean divided by its error, or null if there are fewer than two values, or they do not vary.</summary>
    /// <param name="values">The values.</param>
    /// <param name="turns">The turn at which each value begins, ascending.</param>
    /// <param name="span">The distance in turns from which on values do not overlap; at least 1.</param>
    public static double? T(ReadOnlySpan<double> values, ReadOnlySpan<long> turns, long span)
    {
        if (values.Length < 2 || Of(values) is not { } mean)
            return null;
        var sums = new List<(long Turn, double Sum)>();
        for (int i = 0; i < values.Length; i++)
        {
            double excess = values[i] - mean;
            if (sums.Count > 0 && sums[^1].Turn == turns[i])
                sums[^1] = (turns[i], sums[^1].Sum + excess);
            else
                sums.Add((turns[i], excess));
        }

        double total = 0;
        for (int i = 0; i < sums.Count; i++)
        {
            total += sums[i].Sum * sums[i].Sum;
            for (int later = i + 1; later < sums.Count && sums[later].Turn - sums[i].Turn is var lag && lag < span; later++)
                total += 2 * (1 - ((double)lag / span)) * sums[i].Sum * sums[later].Sum;
        }

        double count = values.Length;
        double variance = total / (count * count) * (count / (count - 1));
        double t = mean / Math.Sqrt(variance);
        return variance > 0 && double.IsFinite(t) ? t : null;
    }
}

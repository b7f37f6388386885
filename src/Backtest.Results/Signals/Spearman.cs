namespace Backtest.Results;

/// <summary>The rank correlation of Charles Spearman (1904): Pearson's correlation of ranks, where equal values have the mean of their ranks.</summary>
public static class Spearman
{
    /// <summary>The minimum number of pairs; with two, the correlation can only be one or minus one.</summary>
    public const int FewestPairs = 3;

    /// <summary>The correlation, in [−1, 1], or null if there are too few pairs or one side is constant.</summary>
    public static double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => Products(one, other) is { } products ? Mean(products) : null;

    /// <summary>
    /// The product of each pair's standardized ranks, or null if there are too few pairs or one side is constant. Their mean is the correlation, so
    /// its error is that of a mean.
    /// </summary>
    public static double[]? Products(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (one.Length != other.Length)
            throw new ArgumentException("both sides must have the same number of values", nameof(other));
        if (one.Length < FewestPairs || Standardized(Ranks(one)) is not { } left || Standardized(Ranks(other)) is not { } right)
            return null;
        for (int i = 0; i < left.Length; i++)
            left[i] *= right[i];
        return left;
    }

    /// <summary>The ranks of values from 1 on; equal values have the mean of their ranks.</summary>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] places = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, places);
        var ranks = new double[sorted.Length];
        for (int from = 0; from < sorted.Length;)
        {
            int to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
                to++;
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++)
                ranks[places[i]] = rank;
            from = to;
        }

        return ranks;
    }

    private static double[]? Standardized(double[] ranks)
    {
        double mean = (ranks.Length + 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            ranks[i] -= mean;
            squares += ranks[i] * ranks[i];
        }

        if (squares == 0)
            return null;
        double deviation = Math.Sqrt(squares / ranks.Length);
        for (int i = 0; i < ranks.Length; i++)
            ranks[i] /= deviation;
        return ranks;
    }

    private static double Mean(double[] products)
    {
        double sum = 0;
        foreach (double product in products)
            sum += product;
        return Math.Clamp(sum / products.Length, -1, 1);
    }
}

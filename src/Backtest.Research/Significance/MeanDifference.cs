namespace Backtest.Research;

/// <summary>
/// The mean of a series and its significance against zero, by the stationary bootstrap (Politis and Romano, 1994) with automatic block length.
/// </summary>
public sealed record MeanDifference
{
    private const int ResampleCount = 2000;
    private const double Tail = 0.025;

    /// <summary>The mean, per period.</summary>
    public required double Mean { get; init; }

    /// <summary>The lower bound of the 95% interval.</summary>
    public required double Low { get; init; }

    /// <summary>The upper bound of the 95% interval.</summary>
    public required double High { get; init; }

    /// <summary>How often a mean this far from zero, in either direction, occurs if the true one is zero, in (0, 1].</summary>
    public required double PValue { get; init; }

    /// <summary>Measures a series.</summary>
    /// <param name="series">At least 9 numbers in order of time.</param>
    /// <param name="seed">The seed of all random numbers.</param>
    public static MeanDifference Of(ReadOnlySpan<double> series, ulong seed = 0)
    {
        double mean = Average(series);
        double restart = 1 / BlockLength.Of(series).Stationary;
        var means = new double[ResampleCount];
        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            foreach (int period in StationaryBootstrap.Draw(series.Length, restart, seed, i))
                sum += series[period];
            means[i] = sum / series.Length;
        }

        int farther = means.Count(resampled => Math.Abs(resampled - mean) >= Math.Abs(mean));
        Array.Sort(means);
        return new MeanDifference
        {
            Mean = mean,
            Low = means[(int)(Tail * ResampleCount)],
            High = means[ResampleCount - 1 - (int)(Tail * ResampleCount)],
            PValue = (farther + 1.0) / (ResampleCount + 1),
        };
    }

    private static double Average(ReadOnlySpan<double> series)
    {
        double sum = 0;
        foreach (double value in series)
            sum += value;
        return sum / series.Length;
    }
}

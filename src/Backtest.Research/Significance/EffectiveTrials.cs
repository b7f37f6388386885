namespace Backtest.Research;

/// <summary>The number of independent trials that dependent ones are equivalent to (Bailey and López de Prado, 2014).</summary>
public static class EffectiveTrials
{
    /// <summary>ρ + (1 − ρ)·N with the mean correlation ρ of two trials; at least one.</summary>
    /// <param name="correlation">The mean correlation.</param>
    /// <param name="trials">The number of trials.</param>
    public static double Of(double correlation, double trials) => Math.Max(1, correlation + ((1 - correlation) * trials));

    /// <summary>The mean correlation over all pairs of strategies that vary, or null if there are fewer than two of them.</summary>
    public static double? MeanCorrelation(TrialReturns returns)
    {
        // The sum of all correlations is the square of the sum of the standardized series, so pairs need not be enumerated.
        double[] sums = new double[returns.Periods];
        int varying = 0;
        for (int strategy = 0; strategy < returns.Strategies; strategy++)
        {
            ReadOnlySpan<double> series = returns.Series(strategy);
            double mean = 0;
            foreach (double value in series)
                mean += value;
            mean /= series.Length;
            double variation = 0;
            double size = 0;
            foreach (double value in series)
            {
                variation += (value - mean) * (value - mean);
                size += value * value;
            }

            if (!(variation > 1e-12 * size))
                continue;
            varying++;
            double scale = 1 / Math.Sqrt(variation);
            for (int period = 0; period < series.Length; period++)
                sums[period] += (series[period] - mean) * scale;
        }

        return varying < 2 ? null : (sums.Sum(sum => sum * sum) - varying) / (varying * (varying - 1.0));
    }
}

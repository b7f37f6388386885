namespace Backtest.Research;

/// <summary>How many independent trials so many dependent ones are worth (Bailey and López de Prado, 2014).</summary>
public static class EffectiveTrials
{
    /// <summary>ρ + (1 − ρ)·N, ρ the mean correlation of two trials; never fewer than one.</summary>
    /// <param name="correlation">The mean correlation.</param>
    /// <param name="trials">The number of trials.</param>
    public static double Of(double correlation, double trials) => Math.Max(1, correlation + ((1 - correlation) * trials));

    /// <summary>The mean correlation of any two strategies that vary, or null if there are fewer than two of them.</summary>
    public static double? MeanCorrelation(TrialReturns returns)
    {
        // The sum of all correlations is the square of the sum of the standardized series, so that no pair is looked at.
        double[] means = returns.Means();
        double[] scales = new double[returns.Strategies];
        double[] sizes = new double[returns.Strategies];
        for (int period = 0; period < returns.Periods; period++)
        {
            ReadOnlySpan<double> row = returns.InPeriod(period);
            for (int i = 0; i < row.Length; i++)
            {
                scales[i] += (row[i] - means[i]) * (row[i] - means[i]);
                sizes[i] += row[i] * row[i];
            }
        }

        int varying = 0;
        for (int i = 0; i < scales.Length; i++)
        {
            bool varies = scales[i] > 1e-12 * sizes[i];
            scales[i] = varies ? 1 / Math.Sqrt(scales[i]) : 0;
            varying += varies ? 1 : 0;
        }

        if (varying < 2)
            return null;
        double square = 0;
        for (int period = 0; period < returns.Periods; period++)
        {
            ReadOnlySpan<double> row = returns.InPeriod(period);
            double sum = 0;
            for (int i = 0; i < row.Length; i++)
                sum += (row[i] - means[i]) * scales[i];
            square += sum * sum;
        }

        return (square - varying) / (varying * (varying - 1.0));
    }
}

namespace Backtest.Results;

/// <summary>A Sharpe ratio estimated from some returns, and its uncertainty.</summary>
/// <param name="Sharpe">The mean excess return per period divided by the sample standard deviation, not annualized.</param>
/// <param name="Periods">The number of returns it was estimated from.</param>
/// <param name="Skewness">The population skewness.</param>
/// <param name="Kurtosis">The raw population kurtosis: 3 for a normal distribution.</param>
/// <param name="Autocorrelation">The correlation of a return with the previous one, in (−1, 1).</param>
public readonly record struct SharpeEstimate(double Sharpe, int Periods, double Skewness, double Kurtosis, double Autocorrelation = 0)
{
    private const double Constant = 1e-12; // a smaller fraction of the squares is rounding

    /// <summary>Estimates the Sharpe ratio of returns; null if there are fewer than three, or they do not vary.</summary>
    /// <param name="excess">Returns above the risk-free one, in order of time.</param>
    public static SharpeEstimate? Of(ReadOnlySpan<double> excess) => Of(ReturnSums.Of(excess));

    /// <summary>Estimates the Sharpe ratio from sums over the returns.</summary>
    internal static SharpeEstimate? Of(in ReturnSums sums)
    {
        if (sums.Count < 3 || !(sums.Second > Constant * sums.Size))
            return null;
        double count = sums.Count;
        double variance = sums.Second / count;
        return new SharpeEstimate(
            sums.Mean / Math.Sqrt(sums.Second / (count - 1)),
            sums.Count,
            sums.Third / count / (variance * Math.Sqrt(variance)),
            sums.Fourth / count / (variance * variance),
            sums.Lagged / sums.Second);
    }

    /// <summary>The probabilistic Sharpe ratio: the confidence that the true one is above a reference (Bailey and López de Prado, 2012).</summary>
    /// <param name="reference">The reference, per period.</param>
    public double Probability(double reference) =>
        NormalDistribution.Cumulative((Sharpe - reference) * Math.Sqrt((Periods - 1) / Spread(Sharpe)));

    /// <summary>The number of returns needed for confidence that the true ratio is above a reference (Bailey and López de Prado, 2012).</summary>
    /// <param name="reference">The reference, per period.</param>
    /// <param name="significance">The accepted fraction of errors, such as 0.05.</param>
    /// <returns>The number of returns, or null if the ratio is not above the reference.</returns>
    public double? MinimumTrackRecord(double reference, double significance) => Sharpe > reference
        ? 1 + (Spread(Sharpe) * Square(NormalDistribution.Quantile(1 - significance) / (Sharpe - reference)))
        : null;

    /// <summary>
    /// The variance of the estimate if the given ratio is the true one, including autocorrelation, for the best of several trials
    /// (López de Prado, Lipton and Zoonekynd, 2025).
    /// </summary>
    /// <param name="truth">The true ratio, per period.</param>
    /// <param name="trials">The number of trials this is the best of.</param>
    public double VarianceAt(double truth, double trials = 1) => Spread(truth, Autocorrelation) * MaximumOfNormals.Variance(trials) / Periods;

    /// <summary>
    /// The confidence that the true ratio is above a reference, with the variance that would apply if the reference were true
    /// (López de Prado, Lipton and Zoonekynd, 2025).
    /// </summary>
    /// <param name="reference">The reference, per period.</param>
    /// <param name="trials">The number of trials this is the best of.</param>
    public double ProbabilityUnderNull(double reference, double trials = 1) =>
        NormalDistribution.Cumulative((Sharpe - reference) / Math.Sqrt(VarianceAt(reference, trials)));

    /// <summary>Like <see cref="MinimumTrackRecord"/>, with the variance that would apply if the reference were true.</summary>
    /// <param name="reference">The reference, per period.</param>
    /// <param name="significance">The accepted fraction of errors, such as 0.05.</param>
    public double? MinimumTrackRecordUnderNull(double reference, double significance) => Sharpe > reference
        ? Spread(reference, Autocorrelation) * Square(NormalDistribution.Quantile(1 - significance) / (Sharpe - reference))
        : null;

    private double Spread(double at, double autocorrelation = 0)
    {
        double rho = autocorrelation;
        double ofMean = (1 + rho) / (1 - rho);
        double ofSkewness = (1 + rho + (rho * rho)) / (1 - (rho * rho));
        double ofKurtosis = (1 + (rho * rho)) / (1 - (rho * rho));
        // Strong skewness and autocorrelation together can make the approximation negative.
        return Math.Max(0, ofMean - (ofSkewness * Skewness * at) + (ofKurtosis * (Kurtosis - 1) / 4 * at * at));
    }

    private static double Square(double value) => value * value;
}

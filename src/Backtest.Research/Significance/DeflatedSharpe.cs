using Backtest.Results;

namespace Backtest.Research;

/// <summary>A Sharpe ratio adjusted for the number of trials it is the best of (Bailey and López de Prado, 2014).</summary>
/// <param name="Trials">The number of trials it was deflated by.</param>
/// <param name="Reference">The ratio per period that the best of that many trials without skill would be expected to have.</param>
/// <param name="Probability">The confidence that the true ratio is above the reference.</param>
/// <param name="ProbabilityUnderNull">
/// The same confidence with the variance that would apply if the reference were true, including autocorrelation and the choice of the best (López
/// de Prado, Lipton and Zoonekynd, 2025).
/// </param>
public sealed record DeflatedSharpe(double Trials, double Reference, double Probability, double ProbabilityUnderNull)
{
    /// <summary>Deflates the ratio of the best trial; for a single trial this is the probabilistic Sharpe ratio against 0.</summary>
    /// <param name="best">The best trial.</param>
    /// <param name="trials">The number of trials, preferably of independent ones.</param>
    /// <param name="variance">The sample variance of the trials' ratios per period.</param>
    public static DeflatedSharpe Of(SharpeEstimate best, double trials, double variance)
    {
        double reference = Math.Sqrt(variance) * MaximumOfNormals.Mean(trials);
        return new DeflatedSharpe(trials, reference, best.Probability(reference), best.ProbabilityUnderNull(reference, trials));
    }

    /// <summary>
    /// The number of years below which the best of that many trials without skill would be expected to have such a ratio
    /// (Bailey, Borwein, López de Prado and Zhu, 2014).
    /// </summary>
    /// <param name="trials">The number of trials.</param>
    /// <param name="annualSharpe">The annual ratio; above 0.</param>
    public static double MinimumBacktestYears(double trials, double annualSharpe)
    {
        double ratio = MaximumOfNormals.Mean(trials) / annualSharpe;
        return ratio * ratio;
    }
}

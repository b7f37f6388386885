using Backtest.Results;

namespace Backtest.Research;

/// <summary>A Sharpe ratio judged by how many trials it is the best of (Bailey and López de Prado, 2014).</summary>
/// <param name="Trials">The number of trials it was deflated by.</param>
/// <param name="Reference">The ratio of a period that the best of as many trials without skill would be expected to show.</param>
/// <param name="Probability">The confidence that the true ratio is above it.</param>
/// <param name="ProbabilityUnderNull">
/// The same with the variance there would be if the reference were true, autocorrelation and the choice of the best included
/// (López de Prado, Lipton and Zoonekynd, 2025).
/// </param>
public sealed record DeflatedSharpe(double Trials, double Reference, double Probability, double ProbabilityUnderNull)
{
    /// <summary>Deflates the ratio of the best trial; of one trial it is the probabilistic Sharpe ratio against 0.</summary>
    /// <param name="best">The best trial.</param>
    /// <param name="trials">How many trials there were, independent ones if possible.</param>
    /// <param name="variance">The variance of the sample of the trials' ratios, of a period.</param>
    public static DeflatedSharpe Of(SharpeEstimate best, double trials, double variance)
    {
        double reference = Math.Sqrt(variance) * MaximumOfNormals.Mean(trials);
        return new DeflatedSharpe(trials, reference, best.Probability(reference), best.ProbabilityUnderNull(reference, trials));
    }

    /// <summary>
    /// The years below which the best of so many trials without skill would be expected to show such a ratio
    /// (Bailey, Borwein, López de Prado and Zhu, 2014).
    /// </summary>
    /// <param name="trials">How many trials there were.</param>
    /// <param name="annualSharpe">The ratio, of a year; above 0.</param>
    public static double MinimumBacktestYears(double trials, double annualSharpe)
    {
        double ratio = MaximumOfNormals.Mean(trials) / annualSharpe;
        return ratio * ratio;
    }
}

namespace Backtest.Results;

/// <summary>
/// How often a strategy that passes a test has no skill, when few strategies have any (López de Prado, Lipton and Zoonekynd, 2025).
/// </summary>
/// <param name="Estimate">The strategy's Sharpe ratio.</param>
/// <param name="Reference">The true ratio per period of strategies without skill.</param>
/// <param name="Alternative">The true ratio per period of strategies with skill.</param>
/// <param name="Prior">The fraction of strategies with skill, in (0, 1). It is an assumption, and the rates depend on it.</param>
public readonly record struct FalseDiscovery(SharpeEstimate Estimate, double Reference, double Alternative, double Prior)
{
    /// <summary>The probability that a strategy with skill fails the test: β.</summary>
    /// <param name="significance">The fraction of strategies without skill that pass.</param>
    public double MissRate(double significance)
    {
        double critical = Reference + (NormalDistribution.Quantile(1 - significance) * Math.Sqrt(Estimate.VarianceAt(Reference)));
        return NormalDistribution.Cumulative((critical - Alternative) / Math.Sqrt(Estimate.VarianceAt(Alternative)));
    }

    /// <summary>The fraction of strategies without skill among those that pass the test, known before any result.</summary>
    /// <param name="significance">The fraction of strategies without skill that pass.</param>
    public double PlannedRate(double significance) => Share(significance, 1 - MissRate(significance));

    /// <summary>The fraction of strategies without skill among those with the observed ratio or a higher one.</summary>
    public double ObservedRate => Share(Above(Reference), Above(Alternative));

    private double Above(double truth) => NormalDistribution.Cumulative((truth - Estimate.Sharpe) / Math.Sqrt(Estimate.VarianceAt(truth)));

    private double Share(double withoutSkill, double withSkill)
    {
        double wrong = withoutSkill * (1 - Prior);
        double all = wrong + (withSkill * Prior);
        return all > 0 ? wrong / all : 1 - Prior;
    }
}

using Backtest.Results;

namespace Backtest.Research;

/// <summary>Evaluates the winner of a search by its returns, those of the other trials, and the number of trials.</summary>
/// <param name="compared">The trials to compare; the winner comes first.</param>
/// <param name="benchmark">The benchmark for superior predictive ability, or null for the risk-free rate.</param>
/// <param name="familyTrials">The total number of trials ever run in the family.</param>
/// <param name="riskFreeRate">The yearly risk-free rate.</param>
/// <param name="seed">The seed of the resamples.</param>
/// <param name="workers">The number of threads.</param>
internal sealed class SearchSignificance(
    ComparedTrials compared, Benchmark? benchmark, long familyTrials, double riskFreeRate, ulong seed, int workers = 1)
{
    private const int MostBlocks = 16;
    private const int PeriodsPerBlock = 4; // fewer are too few for a Sharpe ratio
    private const int ShortestSeries = 9; // shorter ones have no block length
    private const int ResampleCount = 1000;
    private const double AssumedPrior = 0.05;
    private const double AssumedSharpe = 1;

    /// <summary>Evaluates the winner.</summary>
    /// <param name="winner">The winner.</param>
    /// <param name="isAdaptive">Whether proposals depended on the results of earlier trials.</param>
    /// <param name="hasPruned">Whether trials were stopped early.</param>
    /// <returns>The significance, or null if the winner's returns have no Sharpe ratio.</returns>
    public Significance? Of(TrialResult winner, bool isAdaptive, bool hasPruned)
    {
        double[] own = compared.Returns.OfStrategy(0);
        if (SharpeEstimate.Of(own) is not { } gross || PeriodsPerYear(winner, own) is not { } periods)
            return null;
        double riskFree = DeterministicMath.Pow(1 + riskFreeRate, 1 / periods) - 1;
        double[] riskFreeReturns = new double[own.Length];
        Array.Fill(riskFreeReturns, riskFree);
        TrialReturns excess = riskFree == 0 ? compared.Returns : compared.Returns.Above(riskFreeReturns);
        SharpeEstimate estimate = riskFree == 0 ? gross : SharpeEstimate.Of(excess.OfStrategy(0)) ?? gross;
        double variance = Variance(excess);
        double? correlation = EffectiveTrials.MeanCorrelation(excess);
        double annual = estimate.Sharpe * Math.Sqrt(periods);
        string? unavailable = hasPruned
            ? "a search that ends trials early has no complete set of trials, so overfitting and superior ability cannot be measured"
            : null;
        OverfittingSummary? overfitting = unavailable is null ? Overfitting(excess) : null;
        SuperiorAbilitySummary? superior = unavailable is null ? Superior(excess) : null;
        return new Significance
        {
            Winner = winner.Number,
            Trials = familyTrials,
            Compared = excess.Strategies,
            PeriodsPerYear = periods,
            Estimate = estimate,
            TrialVariance = variance,
            ProbabilisticSharpe = estimate.Probability(0),
            ProbabilisticSharpeUnderNull = estimate.ProbabilityUnderNull(0),
            Deflated = DeflatedSharpe.Of(estimate, familyTrials, variance),
            MeanCorrelation = correlation,
            DeflatedByEffectiveTrials = correlation is { } rho ? DeflatedSharpe.Of(estimate, EffectiveTrials.Of(rho, familyTrials), variance) : null,
            MinimumTrackRecordYears = estimate.MinimumTrackRecord(0, Significance.Level) / periods,
            MinimumTrackRecordYearsUnderNull = estimate.MinimumTrackRecordUnderNull(0, Significance.Level) / periods,
            MinimumBacktestYears = annual > 0 ? DeflatedSharpe.MinimumBacktestYears(familyTrials, annual) : null,
            FalseDiscovery = Discovery(estimate, periods),
            Overfitting = overfitting,
            SuperiorAbility = superior,
            Notes = [.. Notes(isAdaptive && overfitting is not null, unavailable)],
        };
    }

    /// <summary>The number of periods per year with which the winner's metrics were annualized.</summary>
    internal static double? PeriodsPerYear(TrialResult winner, double[] returns)
    {
        double mean = returns.Average();
        double deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
        double? scale = winner.Metric("volatility") / deviation;
        return Math.Round((scale * scale) ?? double.NaN, 6) is > 0 and var periods ? periods : null;
    }

    private static double Variance(TrialReturns excess)
    {
        double[] ratios =
        [
            .. Enumerable.Range(0, excess.Strategies).Select(strategy => SharpeEstimate.Of(excess.Series(strategy))?.Sharpe).OfType<double>(),
        ];
        if (ratios.Length < 2)
            return 0;
        double mean = ratios.Average();
        return ratios.Sum(ratio => (ratio - mean) * (ratio - mean)) / (ratios.Length - 1);
    }

    private static FalseDiscoveryRate Discovery(SharpeEstimate estimate, double periods)
    {
        var discovery = new FalseDiscovery(estimate, Reference: 0, AssumedSharpe / Math.Sqrt(periods), AssumedPrior);
        return new FalseDiscoveryRate(AssumedPrior, AssumedSharpe, discovery.PlannedRate(Significance.Level), discovery.ObservedRate);
    }

    private static OverfittingSummary? Overfitting(TrialReturns excess)
    {
        int blocks = Math.Min(MostBlocks, excess.Periods / PeriodsPerBlock / 2 * 2);
        return excess.Strategies < 2 || blocks < 2 ? null : OverfittingSummary.Of(BacktestOverfitting.Of(excess, blocks));
    }

    private SuperiorAbilitySummary? Superior(TrialReturns excess)
    {
        TrialReturns above = benchmark is null ? excess : compared.Above(benchmark);
        if (above.Periods < ShortestSeries)
            return null;
        double[] lengths = new double[above.Strategies];
        Parallel.For(0, lengths.Length, new ParallelOptions { MaxDegreeOfParallelism = workers }, strategy =>
            lengths[strategy] = BlockLength.Of(above.Series(strategy)).Stationary);
        double length = lengths.Average();
        var test = SuperiorPredictiveAbility.Of(above, Resamples.Stationary(above.Periods, ResampleCount, length, seed, workers), workers);
        string against = benchmark?.Name ?? SuperiorAbilitySummary.RiskFreeRate;
        return new SuperiorAbilitySummary(against, length, ResampleCount, test.RealityCheck, test.Lower, test.Consistent, test.Upper);
    }

    private IEnumerable<string> Notes(bool isExchangeable, string? unavailable)
    {
        if (unavailable is not null)
            yield return unavailable;
        if (isExchangeable)
        {
            yield return "trials are not exchangeable: an adaptive method chose them by all of the data, "
                + "so the probability of overfitting is too low";
        }

        if (compared.IsSample)
            yield return $"an even sample of {compared.Returns.Strategies} trials was compared, because all of them would not fit into memory";
        if (compared.Returns.Strategies < 2)
            yield return "only one trial has these days, so it is unknown how trials differ";
    }
}

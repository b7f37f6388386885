namespace Backtest.Research;

/// <summary>
/// Tests whether the best of several strategies beats a benchmark by more than the best of that many without skill would: the reality check (White,
/// 2000) and the studentized test for superior predictive ability (Hansen, 2005). P-values are fractions of resamples that are strictly above the
/// statistic.
/// </summary>
public sealed record SuperiorPredictiveAbility
{
    /// <summary>The greatest of √n times the mean return above the benchmark.</summary>
    public required double RealityCheckStatistic { get; init; }

    /// <summary>The p-value of the reality check, in [0, 1].</summary>
    public required double RealityCheck { get; init; }

    /// <summary>The greatest of √n times the mean return above the benchmark divided by its standard deviation, and at least 0.</summary>
    public required double Statistic { get; init; }

    /// <summary>The p-value if no strategy is worse than the benchmark except by chance: a lower bound.</summary>
    public required double Lower { get; init; }

    /// <summary>The p-value without strategies that are certainly worse, which is the one to use.</summary>
    public required double Consistent { get; init; }

    /// <summary>The p-value if all strategies are exactly as good as the benchmark: an upper bound.</summary>
    public required double Upper { get; init; }

    /// <summary>The long-run variance of each strategy's return above the benchmark, under the bootstrap.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Tests strategies.</summary>
    /// <param name="returns">Their returns above the benchmark.</param>
    /// <param name="resamples">Resamples of the same periods.</param>
    /// <param name="workers">The number of threads; the figures do not depend on it.</param>
    /// <exception cref="ArgumentException">The resamples have another number of periods.</exception>
    public static SuperiorPredictiveAbility Of(TrialReturns returns, Resamples resamples, int workers = 1)
    {
        if (returns.Periods != resamples.Periods)
            throw new ArgumentException($"The resamples are of {resamples.Periods} periods, the returns of {returns.Periods}.", nameof(resamples));
        double[] means = returns.Means();
        double[] variances = new double[returns.Strategies];
        var variance = new StationaryVariance(returns.Periods, resamples.Restart);
        Parallel.For(0, variances.Length, new ParallelOptions { MaxDegreeOfParallelism = workers }, strategy =>
            variances[strategy] = variance.Of(returns.Series(strategy)));
        double root = Math.Sqrt(returns.Periods);
        double threshold = -Math.Sqrt(2 * DeterministicMath.Log(DeterministicMath.Log(returns.Periods)) / returns.Periods);
        var check = new Maxima(resamples.Count, double.NegativeInfinity);
        var lower = new Maxima(resamples.Count, 0);
        var consistent = new Maxima(resamples.Count, 0);
        var upper = new Maxima(resamples.Count, 0);
        double checkStatistic = double.NegativeInfinity;
        double statistic = 0;
        for (int strategy = 0; strategy < means.Length; strategy++)
        {
            checkStatistic = Math.Max(checkStatistic, root * means[strategy]);
            if (variances[strategy] > 0)
                statistic = Math.Max(statistic, root * means[strategy] / Math.Sqrt(variances[strategy]));
        }

        new ResampledMeans(returns, resamples).ForEach((strategy, first, resampled) =>
        {
            double mean = means[strategy];
            check.Add(first, resampled, mean, root);
            if (!(variances[strategy] > 0))
                return; // it equals the benchmark
            double deviation = Math.Sqrt(variances[strategy]);
            double scale = root / deviation;
            lower.Add(first, resampled, Math.Max(mean, 0), scale);
            consistent.Add(first, resampled, mean >= threshold * deviation ? mean : 0, scale);
            upper.Add(first, resampled, mean, scale);
        }, workers);
        return new SuperiorPredictiveAbility
        {
            RealityCheckStatistic = checkStatistic,
            RealityCheck = check.ShareAbove(checkStatistic),
            Statistic = statistic,
            Lower = lower.ShareAbove(statistic),
            Consistent = consistent.ShareAbove(statistic),
            Upper = upper.ShareAbove(statistic),
            Variances = variances,
        };
    }

    /// <summary>The greatest figure of any strategy in each resample.</summary>
    private sealed class Maxima
    {
        private readonly double[] _values;

        public Maxima(int count, double least)
        {
            _values = new double[count];
            Array.Fill(_values, least);
        }

        public void Add(int first, ReadOnlySpan<double> resampled, double centre, double scale)
        {
            Span<double> values = _values.AsSpan(first, resampled.Length);
            for (int i = 0; i < values.Length; i++)
            {
                double value = scale * (resampled[i] - centre);
                if (value > values[i])
                    values[i] = value;
            }
        }

        public double ShareAbove(double statistic) => _values.Count(value => value > statistic) / (double)_values.Length;
    }
}

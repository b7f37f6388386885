namespace Backtest.Results;

/// <summary>
/// A portfolio's performance relative to a benchmark: both are compounded over their common days, so the return of the portfolio's first day is
/// left out. A figure that cannot be computed is null.
/// </summary>
public sealed record BenchmarkMetrics
{
    /// <summary>
    /// (1 + a)ᴾ − 1, where a is the mean of r − βb, both above the risk-free return (Jensen, 1968), and P the number of periods per year.
    /// </summary>
    public double? Alpha { get; init; }

    /// <summary>a · P, without compounding.</summary>
    public double? AlphaArithmetic { get; init; }

    /// <summary>The benchmark's last value divided by its first, minus 1.</summary>
    public double? BenchmarkReturn { get; init; }

    /// <summary>cov(r, b) / var(b), from the sample.</summary>
    public double? Beta { get; init; }

    /// <summary>The number of returns compared.</summary>
    public int ComparedReturns { get; init; }

    /// <summary>The annual geometric return of days on which the benchmark lost, divided by that of the benchmark.</summary>
    public double? DownCapture { get; init; }

    /// <summary>The mean of r − b divided by its sample standard deviation, times the square root of the periods per year.</summary>
    public double? InformationRatio { get; init; }

    /// <summary>The information ratio per period.</summary>
    public double? InformationRatioPeriod { get; init; }

    /// <summary>The square of the correlation of r and b.</summary>
    public double? RSquared { get; init; }

    /// <summary>The annual geometric return of days on which the benchmark gained, divided by that of the benchmark.</summary>
    public double? UpCapture { get; init; }

    /// <summary>Measures a curve relative to a benchmark.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="riskFree">The risk-free return per period.</param>
    /// <param name="periods">The number of periods per year.</param>
    public static BenchmarkMetrics Of(EquityCurve curve, Benchmark benchmark, double riskFree, double periods)
    {
        DateOnly[] days = [.. curve.Days.Select(day => day.Day)];
        double[] values = [.. curve.Days.Select(day => day.Equity)];
        if (days.Length == 0 || days[0] > curve.StartDay) // the initial capital has its own day
            (days, values) = ([curve.StartDay, .. days], [(double)curve.InitialCapital, .. values]);
        (double[] own, double[] other) = benchmark.Returns(days, values);
        int count = own.Length;
        if (count < 2)
            return new BenchmarkMetrics { ComparedReturns = count };
        double ownMean = own.Average();
        double otherMean = other.Average();
        double covariance = own.Zip(other).Sum(pair => (pair.First - ownMean) * (pair.Second - otherMean));
        double ownSquares = own.Sum(value => (value - ownMean) * (value - ownMean));
        double otherSquares = other.Sum(value => (value - otherMean) * (value - otherMean));
        double? beta = Ratio(covariance, otherSquares);
        double? alpha = ownMean - riskFree - (beta * (otherMean - riskFree));
        double activeMean = ownMean - otherMean;
        double activeSquares = own.Zip(other).Sum(pair => Square(pair.First - pair.Second - activeMean));
        double? information = Ratio(activeMean, Math.Sqrt(activeSquares / (count - 1)));
        return new BenchmarkMetrics
        {
            Alpha = alpha is { } daily ? Finite(DeterministicMath.Pow(1 + daily, periods) - 1) : null,
            AlphaArithmetic = alpha * periods,
            BenchmarkReturn = other.Aggregate(1.0, (growth, value) => growth * (1 + value)) - 1,
            Beta = beta,
            ComparedReturns = count,
            DownCapture = Capture(own, other, periods, value => value < 0),
            InformationRatio = information * Math.Sqrt(periods),
            InformationRatioPeriod = information,
            RSquared = Ratio(covariance * covariance, ownSquares * otherSquares),
            UpCapture = Capture(own, other, periods, value => value > 0),
        };
    }

    private static double? Capture(double[] own, double[] other, double periods, Func<double, bool> counts)
    {
        double ours = 1;
        double theirs = 1;
        int count = 0;
        for (int i = 0; i < own.Length; i++)
        {
            if (!counts(other[i]))
                continue;
            ours *= 1 + own[i];
            theirs *= 1 + other[i];
            count++;
        }

        if (count == 0)
            return null;
        double theirYear = DeterministicMath.Pow(theirs, periods / count) - 1;
        return theirYear == 0 ? null : Finite((DeterministicMath.Pow(ours, periods / count) - 1) / theirYear);
    }

    private static double? Ratio(double value, double over) => over > 0 ? Finite(value / over) : null;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static double Square(double value) => value * value;
}

namespace Backtest.Results;

/// <summary>Statistics of days beyond the usual figures. Returns are simple daily returns; a figure that cannot be computed is null.</summary>
public sealed record DailyMetrics
{
    /// <summary>The mean return of days with a loss; negative.</summary>
    public double? AverageLosingDay { get; init; }

    /// <summary>The mean return of days with a gain.</summary>
    public double? AverageWinningDay { get; init; }

    /// <summary>√((s² + (1 + g)²)ᴾ − (1 + g)²ᴾ) with the sample variance s²: the standard deviation of a year's compounded return.</summary>
    public double? CompoundingVolatility { get; init; }

    /// <summary>
    /// Kelly's fraction of days: w − (1 − w) / <see cref="DailyPayoff"/>, where w is the fraction of gains among days that have a return.
    /// </summary>
    public double? DailyKelly { get; init; }

    /// <summary>The mean return of days with a gain divided by the mean loss of days with a loss.</summary>
    public double? DailyPayoff { get; init; }

    /// <summary>The root mean square of negative returns, over all returns, times the square root of the periods per year.</summary>
    public double? DownsideRisk { get; init; }

    /// <summary>The five deepest drawdowns, deepest first.</summary>
    public DrawdownList Drawdowns { get; init; } = new([]);

    /// <summary>The highest equity at the end of a day, or the initial capital, in money.</summary>
    public double? EquityPeak { get; init; }

    /// <summary>The sum of returns divided by the sum of losses (Schwager, 2012).</summary>
    public double? GainToPain { get; init; }

    /// <summary>
    /// (1 + g)ᴾ − 1, where g is the geometric mean of returns and P the number of periods per year: it counts returns, not calendar days.
    /// </summary>
    public double? GeometricAnnualReturn { get; init; }

    /// <summary>The longest drawdown, in days with a return.</summary>
    public int? LongestDrawdownBars { get; init; }

    /// <summary>The largest number of consecutive days with a loss.</summary>
    public int? LongestLosingStreak { get; init; }

    /// <summary>The largest number of consecutive days with a gain.</summary>
    public int? LongestWinningStreak { get; init; }

    /// <summary>The mean depth of drawdowns, including the open one, as a fraction of the peak; zero or positive.</summary>
    public double? MeanDrawdown { get; init; }

    /// <summary>The mean length of drawdowns from the peak to its recovery, or to the last day, in calendar days, rounded up.</summary>
    public int? MeanDrawdownDays { get; init; }

    /// <summary>Gains divided by losses: Σr⁺ / Σr⁻ (Keating and Shadwick, 2002, at a threshold of zero).</summary>
    public double? Omega { get; init; }

    /// <summary>
    /// The confidence that the true Sharpe ratio is above zero, if there was no other trial, with raw kurtosis (Bailey and López de Prado, 2012).
    /// </summary>
    public double? ProbabilisticSharpe { get; init; }

    /// <summary>The sum of returns divided by the absolute deepest drawdown.</summary>
    public double? RecoveryFactor { get; init; }

    /// <summary>R² of the cumulative logarithmic return on time, in [0, 1].</summary>
    public double? Stability { get; init; }

    /// <summary>The absolute 95th percentile of returns divided by the absolute 5th percentile.</summary>
    public double? TailRatio { get; init; }

    /// <summary>√(Σd² / (n − 1)), where d is the drawdown of each day as a fraction of the peak (Martin, 1987).</summary>
    public double? UlcerIndex { get; init; }

    /// <summary>Measures a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="drawdowns">Its drawdowns.</param>
    /// <param name="returns">Its returns, in order of time.</param>
    /// <param name="sums">The sums of the returns.</param>
    /// <param name="riskFree">The risk-free return per period.</param>
    /// <param name="periods">The number of periods per year.</param>
    internal static DailyMetrics Of(
        EquityCurve curve, DrawdownHistory drawdowns, ReadOnlySpan<double> returns, in ReturnSums sums, double riskFree, double periods)
    {
        int count = returns.Length;
        if (count < 2 || !sums.AreFinite || !double.IsFinite(sums.Gain - sums.Loss))
            return new DailyMetrics { Drawdowns = new DrawdownList(drawdowns.Deepest), EquityPeak = drawdowns.Peak };
        double growth = DeterministicMath.Pow(Math.Max(0, curve.Points[^1].Equity) / (double)curve.InitialCapital, 1.0 / count);
        double? winning = Ratio(sums.Gain, sums.Wins);
        double? losing = Ratio(sums.Loss, sums.Losses);
        double? payoff = losing is { } lost ? Ratio(winning, lost) : null;
        double share = sums.Wins / (double)Math.Max(1, sums.Wins + sums.Losses);
        return new DailyMetrics
        {
            AverageLosingDay = -losing,
            AverageWinningDay = winning,
            CompoundingVolatility = Finite(Math.Sqrt(Math.Max(0,
                DeterministicMath.Pow(sums.Variance + (growth * growth), periods) - DeterministicMath.Pow(growth * growth, periods)))),
            DailyKelly = payoff is > 0 ? share - ((1 - share) / payoff) : null,
            DailyPayoff = payoff,
            DownsideRisk = Math.Sqrt(sums.LossSquares / count * periods),
            Drawdowns = new DrawdownList(drawdowns.Deepest),
            EquityPeak = drawdowns.Peak,
            GainToPain = Ratio(sums.Gain - sums.Loss, sums.Loss),
            GeometricAnnualReturn = Finite(DeterministicMath.Pow(growth, periods) - 1),
            LongestDrawdownBars = drawdowns.LongestBars,
            LongestLosingStreak = sums.LongestLosingStreak,
            LongestWinningStreak = sums.LongestWinningStreak,
            MeanDrawdown = drawdowns.MeanDepth,
            MeanDrawdownDays = drawdowns.MeanDays,
            Omega = Ratio(sums.Gain, sums.Loss),
            ProbabilisticSharpe = Significance(returns, sums, riskFree),
            RecoveryFactor = drawdowns.Deepest is [var deepest, ..] ? Ratio(Math.Abs(sums.Gain - sums.Loss), deepest.Depth) : null,
            Stability = StabilityOf(curve),
            UlcerIndex = Math.Sqrt(drawdowns.Squares / (count - 1)),
        };
    }

    private static double? Significance(ReadOnlySpan<double> returns, in ReturnSums sums, double riskFree)
    {
        if (riskFree == 0)
            return SharpeEstimate.Of(sums)?.Probability(0);
        double[] excess = returns.ToArray();
        foreach (ref double value in excess.AsSpan())
            value -= riskFree;
        return SharpeEstimate.Of(excess)?.Probability(0);
    }

    private static double? StabilityOf(EquityCurve curve)
    {
        ReadOnlySpan<DailyEquity> points = curve.Points;
        double centre = (points.Length - 1) / 2.0;
        double sum = 0;
        double first = 0;
        double second = 0;
        double product = 0;
        double origin = DeterministicMath.Log((double)curve.InitialCapital);
        double equity = (double)curve.InitialCapital;
        double value = 0;
        for (int i = 0; i < points.Length; i++)
        {
            if (!(points[i].Equity > 0))
                return null;
            if (points[i].Equity != equity) // equity is unchanged on days without a position
            {
                equity = points[i].Equity;
                value = DeterministicMath.Log(equity) - origin;
            }

            sum += value;
            second += value * value;
            product += value * (i - centre);
            first += (i - centre) * (i - centre);
        }

        double variance = second - (sum * sum / points.Length);
        return variance > 1e-12 * second ? Finite(product * product / (first * variance)) : null;
    }

    private static double? Ratio(double? value, double over) => over > 0 ? Finite(value / over) : null;

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}

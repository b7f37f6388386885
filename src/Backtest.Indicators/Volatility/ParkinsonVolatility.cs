namespace Backtest;

/// <summary>
/// The annual volatility estimated from the ranges of the last bars, as a fraction. Ready at the <c>period</c>-th bar. Prices are above zero.
/// </summary>
/// <remarks>
/// M. Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return, 1980: σ² is the mean of
/// ln(high / low)² / (4 ln 2).
/// </remarks>
public sealed partial class ParkinsonVolatility : IBarIndicator<double>
{
    private const double Ln2 = 0.693147180559945309417;

    private readonly double _period;
    private readonly double _annual;
    private MovingSum _variances;

    /// <summary>The volatility the ranges of the last bars tell.</summary>
    /// <param name="period">Number of bars; at least 1.</param>
    /// <param name="periodsPerYear">Number of bars in a year, 252 for trading days; above 0. With 1 the result is the volatility of a bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the periods per year no finite number above 0.</exception>
    public ParkinsonVolatility(int period, double periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Require.AboveZero(periodsPerYear);
        _annual = Math.Sqrt(periodsPerYear);
        _period = period;
        _variances = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _variances.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar) => _annual * Math.Sqrt(_variances.Update(Variance(bar)) / _period);

    /// <inheritdoc/>
    public void Reset() => _variances.Reset();

    private static double Variance(BarEvent bar)
    {
        double range = DeterministicMath.Log(bar.High / bar.Low);
        return range * range / (4 * Ln2);
    }
}

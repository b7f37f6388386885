namespace Backtest;

/// <summary>
/// The annual volatility estimated from the last bars, whatever their drift, as a fraction. Ready at the <c>period</c>-th bar. Prices are above zero.
/// </summary>
/// <remarks>
/// L. C. G. Rogers and S. E. Satchell, Estimating Variance from High, Low and Closing Prices, 1991: σ² is the mean of
/// ln(high / close) ln(high / open) + ln(low / close) ln(low / open).
/// </remarks>
public sealed partial class RogersSatchellVolatility : IBarIndicator<double>
{
    private readonly double _period;
    private readonly double _annual;
    private MovingSum _variances;

    /// <summary>The volatility the last bars tell whatever their drift.</summary>
    /// <param name="period">Number of bars; at least 1.</param>
    /// <param name="periodsPerYear">Number of bars in a year, 252 for trading days; above 0. With 1 the result is the volatility of a bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the periods per year no finite number above 0.</exception>
    public RogersSatchellVolatility(int period, double periodsPerYear)
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

    /// <summary>What one bar tells of the variance; never below zero.</summary>
    internal static double Variance(BarEvent bar) =>
        DeterministicMath.Log(bar.High / bar.Close) * DeterministicMath.Log(bar.High / bar.Open)
        + DeterministicMath.Log(bar.Low / bar.Close) * DeterministicMath.Log(bar.Low / bar.Open);
}

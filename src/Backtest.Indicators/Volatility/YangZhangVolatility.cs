namespace Backtest;

/// <summary>
/// The annual volatility estimated from the last bars and the gaps before them, whatever their drift, as a fraction. Ready at the bar after the
/// <c>period</c>-th. Prices are above zero.
/// </summary>
/// <remarks>
/// D. Yang and Q. Zhang, Drift-Independent Volatility Estimation Based on High, Low, Open, and Close Prices, 2000: the sample variance of
/// ln(open / previous close), k times that of ln(close / open), and 1 − k times Rogers and Satchell's, with
/// k = 0.34 / (1.34 + (period + 1) / (period − 1)).
/// </remarks>
public sealed partial class YangZhangVolatility : IBarIndicator<double>
{
    private readonly double _freedom;
    private readonly double _period;
    private readonly double _bodyWeight;
    private readonly double _annual;
    private MovingMoments _gaps;
    private MovingMoments _bodies;
    private MovingSum _ranges;
    private double _previousClose = double.NaN;

    /// <summary>The volatility the last bars and the gaps before them tell.</summary>
    /// <param name="period">Number of bars; at least 2.</param>
    /// <param name="periodsPerYear">Number of bars in a year, 252 for trading days; above 0. With 1 the result is the volatility of a bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2, or the periods per year no finite number above 0.</exception>
    public YangZhangVolatility(int period, double periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        Require.AboveZero(periodsPerYear);
        _annual = Math.Sqrt(periodsPerYear);
        _period = period;
        _freedom = period - 1;
        _bodyWeight = 0.34 / (1.34 + (period + 1) / _freedom);
        _gaps = new MovingMoments(period);
        _bodies = new MovingMoments(period);
        _ranges = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _ranges.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previousClose = _previousClose;
        _previousClose = bar.Close;
        if (!double.IsFinite(previousClose))
            return double.NaN;
        _gaps.Update(DeterministicMath.Log(bar.Open / previousClose));
        _bodies.Update(DeterministicMath.Log(bar.Close / bar.Open));
        double ranges = _ranges.Update(RogersSatchellVolatility.Variance(bar)) / _period;
        double variance = (_gaps.SquaredDeviations + _bodyWeight * _bodies.SquaredDeviations) / _freedom + (1 - _bodyWeight) * ranges;
        return _annual * Math.Sqrt(variance);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _gaps.Reset();
        _bodies.Reset();
        _ranges.Reset();
        _previousClose = double.NaN;
    }
}

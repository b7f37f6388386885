namespace Backtest;

/// <summary>
/// The annual sample deviation of the last logarithmic returns, ln(value / previous), as a fraction. Ready at the value after the <c>period</c>-th.
/// Not a number where values differ in sign.
/// </summary>
/// <remarks>F. Black and M. Scholes, The Pricing of Options and Corporate Liabilities, 1973, whose σ it estimates.</remarks>
public sealed partial class HistoricalVolatility : ISeriesIndicator<double>
{
    private readonly LogReturn _return = new();
    private readonly double _freedom;
    private readonly double _annual;
    private MovingMoments _moments;

    /// <summary>The sample deviation of the last logarithmic returns.</summary>
    /// <param name="period">Number of returns; at least 2.</param>
    /// <param name="periodsPerYear">Number of returns in a year, 252 for trading days; above 0. With 1 the result is the volatility of a bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2, or the periods per year no finite number above 0.</exception>
    public HistoricalVolatility(int period, double periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        Require.AboveZero(periodsPerYear);
        _annual = Math.Sqrt(periodsPerYear);
        _freedom = period - 1;
        _moments = new MovingMoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _moments.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double change = _return.Update(value);
        if (!_return.IsReady)
            return double.NaN;
        _moments.Update(change);
        return _annual * Math.Sqrt(_moments.SquaredDeviations / _freedom);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _return.Reset();
        _moments.Reset();
    }
}

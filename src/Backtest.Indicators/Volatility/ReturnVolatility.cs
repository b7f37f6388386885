namespace Backtest;

/// <summary>
/// The sample deviation of simple returns, value / previous − 1, as a fraction per bar. Ready at the value after the <c>period</c>-th.
/// </summary>
public sealed partial class ReturnVolatility : ISeriesIndicator<double>
{
    private readonly double _freedom;
    private MovingMoments _returns;
    private double _previous = double.NaN;

    /// <summary>The sample deviation of simple returns.</summary>
    /// <param name="period">Number of returns; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public ReturnVolatility(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _freedom = period - 1;
        _returns = new MovingMoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _returns.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double previous = _previous;
        _previous = value;
        if (!double.IsFinite(previous))
            return double.NaN;
        _returns.Update(value / previous - 1);
        return Math.Sqrt(_returns.SquaredDeviations / _freedom);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _returns.Reset();
        _previous = double.NaN;
    }
}

namespace Backtest;

/// <summary>
/// How much one series moves when another moves by one: the slope of the simple returns of the first against those of the second. Ready at the pair
/// after the <c>period</c>-th. Zero if the second does not vary; not a number or infinite after a zero in either.
/// </summary>
/// <remarks>W. F. Sharpe, Capital Asset Prices, 1964: the covariance of both over the variance of the second.</remarks>
public sealed partial class Beta : IPairIndicator<double>
{
    private MovingComoments _returns;
    private double _previousDependent = double.NaN;
    private double _previousIndependent;

    /// <summary>The slope of the returns of one series against those of another.</summary>
    /// <param name="period">Number of returns; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public Beta(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _returns = new MovingComoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _returns.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <summary>Takes the next pair.</summary>
    /// <param name="first">The value of the series that moves.</param>
    /// <param name="second">The value of the series it moves with: the market.</param>
    /// <returns>The slope; not a number until it is ready.</returns>
    public double Update(double first, double second)
    {
        double previousDependent = _previousDependent;
        double previousIndependent = _previousIndependent;
        _previousDependent = first;
        _previousIndependent = second;
        if (!double.IsFinite(previousDependent + previousIndependent))
            return double.NaN;
        _returns.Update(first / previousDependent - 1, second / previousIndependent - 1);
        double variance = _returns.SecondSquares;
        return variance == 0 ? 0 : _returns.Products / variance;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _returns.Reset();
        _previousDependent = double.NaN;
    }
}

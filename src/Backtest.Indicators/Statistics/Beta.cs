namespace Backtest;

/// <summary>
/// How much one field moves when another moves by one: the slope of the simple returns of the first against those of the second. Ready at
/// the bar after the <c>period</c>-th. Zero where the second does not vary; not a number or infinite after a zero in either field.
/// </summary>
/// <remarks>
/// W. F. Sharpe, Capital Asset Prices, 1964: the covariance of both over the variance of the second. Two series that are no fields of one
/// bar, such as a share and its market, go in pair by pair through <see cref="Update(double, double)"/>.
/// </remarks>
public sealed class Beta : IBarIndicator<double>
{
    private readonly BarField _dependent;
    private readonly BarField _independent;
    private MovingComoments _returns;
    private double _previousDependent = double.NaN;
    private double _previousIndependent;

    /// <summary>The slope of one field's returns against another's.</summary>
    /// <param name="period">How many returns; at least 2.</param>
    /// <param name="dependent">The field that moves.</param>
    /// <param name="independent">The field it moves with: the market.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public Beta(int period, BarField dependent, BarField independent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _dependent = dependent;
        _independent = independent;
        _returns = new MovingComoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _returns.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar) => Update(bar[_dependent], bar[_independent]);

    /// <summary>Takes the next pair, whatever it is of.</summary>
    /// <param name="dependent">The value of the series that moves.</param>
    /// <param name="independent">The value of the series it moves with.</param>
    /// <returns>The slope; not a number until it is ready.</returns>
    public double Update(double dependent, double independent)
    {
        double previousDependent = _previousDependent;
        double previousIndependent = _previousIndependent;
        _previousDependent = dependent;
        _previousIndependent = independent;
        if (double.IsNaN(previousDependent))
            return double.NaN;
        _returns.Update(dependent / previousDependent - 1, independent / previousIndependent - 1);
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

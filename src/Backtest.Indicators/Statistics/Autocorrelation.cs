namespace Backtest;

/// <summary>
/// The correlation of the last values with those some values before them, from −1 to 1. Ready at value <c>period</c> + <c>lag</c>. Zero
/// where either do not vary.
/// </summary>
/// <remarks>K. Pearson, 1895; of a series with itself, G. U. Yule, 1926. For returns it shows momentum or mean reversion.</remarks>
public sealed partial class Autocorrelation : ISeriesIndicator<double>
{
    private Delay _earlier;
    private MovingComoments _pairs;

    /// <summary>The correlation of the last values with those before them.</summary>
    /// <param name="period">Number of pairs of values; at least 2.</param>
    /// <param name="lag">How many values before; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2, or the lag below 1.</exception>
    public Autocorrelation(int period, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        _earlier = new Delay(lag);
        _pairs = new MovingComoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _pairs.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double earlier = _earlier.Update(value);
        if (!_earlier.IsReady)
            return double.NaN;
        _pairs.Update(value, earlier);
        return _pairs.Correlation;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _earlier.Reset();
        _pairs.Reset();
    }
}

namespace Backtest;

/// <summary>
/// The change over the last values as a fraction: value / value[period] − 1. Ready at the value after the <c>period</c>-th. Infinite or
/// not a number where the earlier value is zero.
/// </summary>
public sealed class RateOfChange : ISeriesIndicator<double>
{
    private readonly double[] _earlier;
    private int _cursor;
    private bool _isFull;

    /// <summary>The change over the last values as a fraction.</summary>
    /// <param name="period">How many values ago the change began; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public RateOfChange(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _earlier = new double[period];
        Reset();
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        IsReady = _isFull;
        double earlier = _earlier[_cursor];
        _earlier[_cursor] = value;
        if (++_cursor == _earlier.Length)
        {
            _cursor = 0;
            _isFull = true;
        }
        return value / earlier - 1;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Fill(_earlier, double.NaN);
        _cursor = 0;
        _isFull = false;
        IsReady = false;
    }
}

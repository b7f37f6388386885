namespace Backtest;

/// <summary>A low-pass filter of two poles over the mean of the last two values; it begins at rest at the first value.</summary>
/// <remarks>J. F. Ehlers, Cycle Analytics for Traders, 2013: the super smoother, after S. Butterworth, 1930.</remarks>
internal struct TwoPoleSmoother
{
    private readonly double _nearer;
    private readonly double _farther;
    private bool _isStarted;
    private double _value;
    private double _filtered;
    private double _previous;

    /// <summary>A low-pass filter.</summary>
    /// <param name="period">The shortest cycle that passes, in bars; at least 2.</param>
    public TwoPoleSmoother(int period)
    {
        double angle = Math.Sqrt(2) * Math.PI / period;
        double damped = DeterministicMath.Exp(-angle);
        _nearer = 2 * damped * DeterministicMath.Cos(angle);
        _farther = -damped * damped;
    }

    /// <summary>Takes the next value.</summary>
    /// <returns>The filtered value.</returns>
    public double Update(double value)
    {
        if (!_isStarted)
            _value = _filtered = _previous = value;
        // The three weights add up to 1: written about the mean, a series at rest is exact.
        double mean = (value + _value) / 2;
        double filtered = mean + _nearer * (_filtered - mean) + _farther * (_previous - mean);
        _value = value;
        _previous = _filtered;
        _isStarted = double.IsFinite(filtered);
        return _filtered = filtered;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset() => _isStarted = false;
}

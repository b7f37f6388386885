namespace Backtest;

/// <summary>
/// The Fisher transform: where the value lies in the range of the last values, smoothed and spread out so that turning points stand out.
/// Ready at the <c>period</c>-th value. Ehlers reads the median price, <see cref="MedianPrice"/>.
/// </summary>
/// <remarks>J. F. Ehlers, Using the Fisher Transform, Stocks and Commodities 20:11, 2002. Halfway if the values have no range.</remarks>
public sealed partial class FisherTransform : ISeriesIndicator<double>
{
    private MovingExtremes _extremes;
    private double _position;
    private double _transformed;

    /// <summary>The Fisher transform.</summary>
    /// <param name="period">Number of values in the range; at least 1. Ehlers' is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public FisherTransform(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _extremes = new MovingExtremes(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _extremes.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _extremes.Update(value);
        if (!_extremes.IsReady)
            return double.NaN;
        if (!double.IsFinite(_extremes.Highest - _extremes.Lowest))
        {
            _position = _transformed = 0;
            return double.NaN;
        }

        double position = 0.66 * (_extremes.PositionOf(value) - 0.5) + 0.67 * _position;
        _position = position > 0.99 ? 0.999 : position < -0.99 ? -0.999 : position;
        _transformed = 0.5 * DeterministicMath.Log((1 + _position) / (1 - _position)) + 0.5 * _transformed;
        return _transformed;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _extremes.Reset();
        _position = 0;
        _transformed = 0;
    }
}

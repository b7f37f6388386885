namespace Backtest;

/// <summary>
/// The zigzag: turning points of its input, each confirmed once the value has come back from it by a fraction. No point is drawn that a later value
/// could revoke. Ready at the first confirmed point: the values, which must be above 0, decide when.
/// </summary>
/// <remarks>A. A. Merrill, Filtered Waves, 1977.</remarks>
public sealed partial class ZigZag : ISeriesIndicator<ZigZagValue>
{
    private readonly double _reversal;
    private double _point;
    private double _pointBars;
    private double _direction;
    private double _high = double.NegativeInfinity;
    private double _highBars;
    private double _low = double.PositiveInfinity;
    private double _lowBars;

    /// <summary>The zigzag.</summary>
    /// <param name="reversal">How far the value comes back, as a fraction of the extreme; above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reversal is not above 0 and below 1.</exception>
    public ZigZag(double reversal)
    {
        Require.AboveZero(reversal);
        Require.FromZeroBelow(1, reversal);
        _reversal = reversal;
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public ZigZagValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public ZigZagValue Update(double value)
    {
        if (!double.IsFinite(value))
        {
            Restart();
            return Undefined;
        }

        _pointBars++;
        _highBars++;
        _lowBars++;
        if (value > _high)
            (_high, _highBars) = (value, 0);
        if (value < _low)
            (_low, _lowBars) = (value, 0);

        if (_direction >= 0 && Threshold.IsReached(_high * (1 - _reversal), value, _high))
            Turn(-1, value, _high, _highBars);
        else if (_direction <= 0 && Threshold.IsReached(value, _low * (1 + _reversal), value))
            Turn(1, value, _low, _lowBars);
        IsReady |= _direction != 0;
        return _direction != 0 ? new ZigZagValue(_point, _pointBars, _direction, _direction > 0 ? _high : _low) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private void Restart()
    {
        _direction = 0;
        _high = double.NegativeInfinity;
        _low = double.PositiveInfinity;
    }

    // A new leg begins at this value; both extremes are of the leg.
    private void Turn(double direction, double value, double point, double bars)
    {
        _direction = direction;
        _point = point;
        _pointBars = bars;
        _high = _low = value;
        _highBars = _lowBars = 0;
    }
}

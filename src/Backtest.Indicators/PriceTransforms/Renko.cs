namespace Backtest;

/// <summary>
/// Renko: bricks of one size that follow its input. A brick is completed where the value is a brick beyond the last one; against its direction that
/// is two bricks from where it closed. Ready at the first value, from which bricks are laid.
/// </summary>
/// <remarks>S. Nison, Beyond Candlesticks, 1994. Levels are counted in bricks, so that they do not drift.</remarks>
public sealed partial class Renko : ISeriesIndicator<RenkoValue>
{
    private readonly double _size;
    private bool _isRunning;
    private double _base;
    private double _level;
    private double _direction;

    /// <summary>Renko.</summary>
    /// <param name="size">The size of a brick, in the unit of the values; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not a finite number above 0.</exception>
    public Renko(double size)
    {
        Require.AboveZero(size);
        _size = size;
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public RenkoValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public RenkoValue Update(double value)
    {
        if (!double.IsFinite(value))
        {
            Restart();
            return Undefined;
        }

        if (!_isRunning)
            _base = value;
        IsReady = _isRunning = true;

        // A price on the edge of a brick completes it. In bricks, the tolerance must not become one of them.
        double edge = Math.Min(Threshold.Tolerance * Math.Max(Math.Abs(value), Math.Abs(_base)) / _size, 0.5);
        double beyond = (value - _base) / _size - _level;
        double rising = Math.Floor(beyond + edge) - (_direction < 0 ? 1 : 0);
        double falling = Math.Floor(edge - beyond) - (_direction > 0 ? 1 : 0);
        double bricks = 0;
        if (rising >= 1)
            bricks = Lay(rising, 1);
        else if (falling >= 1)
            bricks = Lay(falling, -1);
        return new RenkoValue(_base + _level * _size, _direction, bricks);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private void Restart()
    {
        _level = 0;
        _direction = 0;
        _isRunning = false;
    }

    private double Lay(double count, double direction)
    {
        _level += direction * (_direction == -direction ? count + 1 : count);
        _direction = direction;
        return direction * count;
    }
}

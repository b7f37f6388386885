namespace Backtest;

/// <summary>
/// The Chande momentum oscillator: the net change over the last values as a percentage of all they moved, from −100 to 100. Ready at the value after
/// the <c>period</c>-th. Zero if nothing has moved.
/// </summary>
/// <remarks>T. S. Chande and S. Kroll, The New Technical Trader, 1994.</remarks>
public sealed partial class ChandeMomentumOscillator : ISeriesIndicator<double>
{
    private readonly double _period;
    private Delay _earlier;
    private MovingMean _changes;
    private double _previous = double.NaN;

    /// <summary>The Chande momentum oscillator.</summary>
    /// <param name="period">Number of changes; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public ChandeMomentumOscillator(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _earlier = new Delay(period);
        _changes = new MovingMean(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _changes.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double previous = _previous;
        double change = Math.Abs(value - previous);
        _previous = value;
        double net = value - _earlier.Update(value);
        if (!double.IsFinite(previous))
            return double.NaN;
        double moved = _period * _changes.Update(change);
        return moved == 0 ? 0 : 100 * (net / moved);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _earlier.Reset();
        _changes.Reset();
        _previous = double.NaN;
    }
}

namespace Backtest;

/// <summary>
/// Aroon: how long ago the highest high and the lowest low of the last bars were, as a percentage of the period still to go. Of equal
/// extremes the latest counts. Ready at the bar after the <c>period</c>-th.
/// </summary>
/// <remarks>T. S. Chande, A Time Price Oscillator, Stocks and Commodities 13:9, 1995.</remarks>
public sealed partial class Aroon : IBarIndicator<AroonValue>
{
    private readonly double _period;
    private LatestMaximum _high;
    private LatestMaximum _low;

    /// <summary>Aroon.</summary>
    /// <param name="period">How many bars back an extreme may be; at least 1. Usually 14 or 25.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public Aroon(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _high = new LatestMaximum(period + 1);
        _low = new LatestMaximum(period + 1);
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public AroonValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public AroonValue Update(BarEvent bar)
    {
        if (!double.IsFinite(bar.High - bar.Low))
        {
            Restart();
            return Undefined;
        }

        double up = 100 * ((_period - _high.Update(bar.High)) / _period);
        double down = 100 * ((_period - _low.Update(-bar.Low)) / _period);
        IsReady |= _low.IsReady;
        return _low.IsReady ? new AroonValue(up, down, up - down) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private void Restart()
    {
        _high.Reset();
        _low.Reset();
    }
}

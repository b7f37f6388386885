namespace Backtest;

/// <summary>
/// The detrended price oscillator: the value less the mean of the last values as it was some bars ago, in the unit of the values. Ready at
/// value <c>period</c> + <c>displacement</c>.
/// </summary>
/// <remarks>W. Blau, Momentum, Direction, and Divergence, 1995; common charting programs displace the mean by half the period plus one.</remarks>
public sealed partial class DetrendedPriceOscillator : ISeriesIndicator<double>
{
    private MovingMean _mean;
    private Delay _earlier;

    /// <summary>The detrended price oscillator.</summary>
    /// <param name="period">Period of the mean; at least 1. Usually 20.</param>
    /// <param name="displacement">How many bars ago the mean is read; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period or the displacement is below 1.</exception>
    public DetrendedPriceOscillator(int period, int displacement)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(displacement, 1);
        _mean = new MovingMean(period);
        _earlier = new Delay(displacement);
    }

    /// <inheritdoc/>
    public bool IsReady => _earlier.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double mean = _mean.Update(value);
        return _mean.IsReady ? value - _earlier.Update(mean) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _mean.Reset();
        _earlier.Reset();
    }
}

namespace Backtest;

/// <summary>
/// The zero-lag exponential moving average: an exponential average of each value moved on by its change over the lag, which is half the
/// period. Ready at the <c>period</c>-th value after the first that has one a lag before it.
/// </summary>
/// <remarks>J. F. Ehlers, Zero Lag Moving Averages, in Rocket Science for Traders, 2001: lag (period − 1) / 2, rounded down.</remarks>
public sealed partial class ZeroLagExponentialMovingAverage : ISeriesIndicator<double>
{
    private Delay _earlier;
    private SeededAverage _average;

    /// <summary>The zero-lag exponential moving average.</summary>
    /// <param name="period">Period of the exponential average; at least 3, the least with a lag.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 3.</exception>
    public ZeroLagExponentialMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 3);
        _earlier = new Delay((period - 1) / 2);
        _average = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double earlier = _earlier.Update(value);
        return _earlier.IsReady ? _average.Update(2 * value - earlier) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _earlier.Reset();
        _average.Reset();
    }
}

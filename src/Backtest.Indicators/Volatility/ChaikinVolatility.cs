namespace Backtest;

/// <summary>
/// How much the smoothed range of the bars has widened, in percent. Ready at bar <c>period</c> + <c>change</c>. Zero if there was no range to compare
/// with.
/// </summary>
/// <remarks>
/// M. Chaikin, as described by S. B. Achelis, Technical Analysis from A to Z, 1995: the change over some bars of an exponential average of high −
/// low.
/// </remarks>
public sealed partial class ChaikinVolatility : IBarIndicator<double>
{
    private SeededAverage _range;
    private Delay _earlier;

    /// <summary>How much the smoothed range of the bars has widened.</summary>
    /// <param name="period">Period of the exponential average; at least 1. Chaikin's is 10.</param>
    /// <param name="change">How many bars ago the change began; at least 1. Chaikin's is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period or the change is below 1.</exception>
    public ChaikinVolatility(int period, int change)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(change, 1);
        _range = new SeededAverage(period, 2 / (period + 1.0));
        _earlier = new Delay(change);
    }

    /// <inheritdoc/>
    public bool IsReady => _earlier.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double range = _range.Update(bar.High - bar.Low);
        if (!_range.IsReady)
            return double.NaN;
        double earlier = _earlier.Update(range);
        return earlier == 0 ? 0 : 100 * (range / earlier - 1);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _earlier.Reset();
    }
}

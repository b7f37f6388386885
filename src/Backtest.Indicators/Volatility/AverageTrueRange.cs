namespace Backtest;

/// <summary>
/// Wilder's average of the true range, in the price's unit. The first true range is that of the second bar, the first with a close
/// before it; ready at the bar after the <c>period</c>-th.
/// </summary>
/// <remarks>J. Welles Wilder, New Concepts in Technical Trading Systems, 1978.</remarks>
public sealed partial class AverageTrueRange : IBarIndicator<double>
{
    private SeededAverage _range;
    private double _previousClose = double.NaN;

    /// <summary>Wilder's average of the true range.</summary>
    /// <param name="period">Period of the smoothing; at least 1. Wilder's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public AverageTrueRange(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _range = new SeededAverage(period, 1.0 / period);
    }

    /// <inheritdoc/>
    public bool IsReady => _range.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previousClose = _previousClose;
        _previousClose = bar.Close;
        return !double.IsFinite(previousClose) ? double.NaN : _range.Update(TrueRange.Of(bar.High, bar.Low, previousClose));
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _previousClose = double.NaN;
    }
}

namespace Backtest;

/// <summary>
/// How much of its path the price moved back and forth: near 0 in a straight trend, 100 where it only oscillates, and above that where a gap before
/// the last bars is the whole path. Ready at the bar after the <c>period</c>-th. It is 100 where those bars have no range.
/// </summary>
/// <remarks>E. W. Dreiss, 1991: 100 × log(sum of true ranges / (highest high − lowest low)) / log(period).</remarks>
public sealed partial class ChoppinessIndex : IBarIndicator<double>
{
    private readonly double _logPeriod;
    private MovingExtremes _extremes;
    private MovingSum _ranges;
    private double _previousClose = double.NaN;

    /// <summary>How much of its way the price went to and fro.</summary>
    /// <param name="period">Number of bars; at least 2. Dreiss's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public ChoppinessIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _logPeriod = DeterministicMath.Log(period);
        _extremes = new MovingExtremes(period);
        _ranges = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _ranges.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previousClose = _previousClose;
        _previousClose = bar.Close;
        _extremes.Update(bar.High, bar.Low);
        if (!double.IsFinite(previousClose))
            return double.NaN;
        double way = _ranges.Update(TrueRange.Of(bar.High, bar.Low, previousClose));
        if (!_ranges.IsReady)
            return double.NaN;
        double range = _extremes.Highest - _extremes.Lowest;
        return range == 0 ? 100 : 100 * (DeterministicMath.Log(way / range) / _logPeriod);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _extremes.Reset();
        _ranges.Reset();
        _previousClose = double.NaN;
    }
}

namespace Backtest;

/// <summary>
/// The running total of volume × the close's change as a fraction, from zero at the first bar. Ready at the second bar.
/// </summary>
/// <remarks>
/// D. L. Markstein, 1966, as described by S. B. Achelis, Technical Analysis from A to Z, 1995. Its level depends on where the data begins; its
/// direction does not.
/// </remarks>
[ReadsVolume]
public sealed partial class PriceVolumeTrend : IBarIndicator<double>
{
    private CompensatedSum _total;
    private double _previousClose = double.NaN;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previous = _previousClose;
        double change = bar.Close / previous - 1;
        _previousClose = bar.Close;
        if (!double.IsFinite(previous))
            return double.NaN;
        IsReady = true;
        return _total.Add(change * bar.Volume);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _total = default;
        _previousClose = double.NaN;
        IsReady = false;
    }
}

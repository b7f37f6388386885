namespace Backtest;

/// <summary>
/// The running total of volumes, each added on a rise of the close and subtracted on a fall, from zero at the first bar. Ready at the second bar, the
/// first that rises or falls.
/// </summary>
/// <remarks>
/// J. Granville, New Key to Stock Market Profits, 1963. Its level depends on where the data begins; its direction does not.
/// </remarks>
[ReadsVolume]
public sealed partial class OnBalanceVolume : IBarIndicator<double>
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
        double change = bar.Close - previous;
        _previousClose = bar.Close;
        if (!double.IsFinite(previous))
            return double.NaN;
        IsReady = true;
        return _total.Add(double.IsFinite(change) ? Math.Sign(change) * bar.Volume : double.NaN);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _total = default;
        _previousClose = double.NaN;
        IsReady = false;
    }
}

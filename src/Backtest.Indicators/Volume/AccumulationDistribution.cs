namespace Backtest;

/// <summary>
/// The accumulation/distribution line: the running total of volume × the position of the close in the bar's range, from −1 at the low to 1 at the
/// high. Ready at the first bar.
/// </summary>
/// <remarks>
/// M. Chaikin, as described by S. B. Achelis, Technical Analysis from A to Z, 1995. Its level depends on where the data begins; its direction does
/// not.
/// </remarks>
[ReadsVolume]
public sealed partial class AccumulationDistribution : IBarIndicator<double>
{
    private CompensatedSum _total;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        IsReady = true;
        return _total.Add(MoneyFlow.Volume(bar));
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _total = default;
        IsReady = false;
    }
}

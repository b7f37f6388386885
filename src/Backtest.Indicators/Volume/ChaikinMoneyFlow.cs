namespace Backtest;

/// <summary>
/// The share of the last bars' volume that was bought less the share that was sold, from −1 to 1, by the position of each close in its bar's range.
/// Ready at the <c>period</c>-th bar. Zero if nothing was traded.
/// </summary>
/// <remarks>M. Chaikin, as described by S. B. Achelis, Technical Analysis from A to Z, 1995.</remarks>
[ReadsVolume]
public sealed partial class ChaikinMoneyFlow : IBarIndicator<double>
{
    private MovingSum _flow;
    private MovingSum _volume;

    /// <summary>The money flow over the volume of the last bars.</summary>
    /// <param name="period">Number of bars; at least 1. Chaikin's is 21.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public ChaikinMoneyFlow(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _flow = new MovingSum(period);
        _volume = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _volume.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double flow = _flow.Update(MoneyFlow.Volume(bar));
        double volume = _volume.Update(bar.Volume);
        return volume == 0 ? 0 : flow / volume;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _flow.Reset();
        _volume.Reset();
    }
}

namespace Backtest;

/// <summary>
/// By how many percent the mean volume of a few bars is above that of more bars. Ready at the bar of the longer period. Zero where nothing
/// was traded.
/// </summary>
/// <remarks>S. B. Achelis, Technical Analysis from A to Z, 1995.</remarks>
[ReadsVolume]
public sealed partial class VolumeOscillator : IBarIndicator<double>
{
    private readonly SimpleMovingAverage _fast;
    private readonly SimpleMovingAverage _slow;

    /// <summary>The mean volume of a few bars beside that of more bars.</summary>
    /// <param name="fast">Number of bars of the fast mean; at least 1.</param>
    /// <param name="slow">Number of bars of the slow mean; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public VolumeOscillator(int fast, int slow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        _fast = new SimpleMovingAverage(fast);
        _slow = new SimpleMovingAverage(slow);
    }

    /// <inheritdoc/>
    public bool IsReady => _fast.IsReady && _slow.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double fast = _fast.Update(bar.Volume);
        double slow = _slow.Update(bar.Volume);
        return fast == slow ? 0 : 100 * ((fast - slow) / slow);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
    }
}

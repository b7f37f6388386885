namespace Backtest;

/// <summary>
/// How far the middle of the bars moved for little volume, as a mean of the last bars: far above zero where prices rise easily. Ready at
/// the bar after the <c>period</c>-th. A bar without volume counts as no movement.
/// </summary>
/// <remarks>
/// R. W. Arms, Jr., Volume Cycles in the Stock Market, 1983: the change of (high + low) / 2 over the box ratio,
/// (volume / scale) / (high − low).
/// </remarks>
[ReadsVolume]
public sealed partial class EaseOfMovement : IBarIndicator<double>
{
    private readonly SimpleMovingAverage _mean;
    private readonly double _volumeScale;
    private double _previousMiddle = double.NaN;

    /// <summary>The mean movement for the volume.</summary>
    /// <param name="period">Number of movements; at least 1. Arms's is 14.</param>
    /// <param name="volumeScale">The divisor of volumes, which scales the figure: 10,000 for Arms; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the scale not a finite number above 0.</exception>
    public EaseOfMovement(int period, double volumeScale)
    {
        Require.AboveZero(volumeScale);
        _mean = new SimpleMovingAverage(period);
        _volumeScale = volumeScale;
    }

    /// <inheritdoc/>
    public bool IsReady => _mean.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double middle = (bar.High + bar.Low) / 2;
        double previous = _previousMiddle;
        double move = middle - previous;
        _previousMiddle = middle;
        if (!double.IsFinite(previous))
            return double.NaN;
        return _mean.Update(bar.Volume == 0 ? 0 : move * (bar.High - bar.Low) / (bar.Volume / _volumeScale));
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _mean.Reset();
        _previousMiddle = double.NaN;
    }
}

namespace Backtest;

/// <summary>
/// The exponential average of the close's change × volume: above zero while buyers are stronger. Ready at the bar after the <c>period</c>-th.
/// </summary>
/// <remarks>A. Elder, Trading for a Living, 1993.</remarks>
[ReadsVolume]
public sealed partial class ForceIndex : IBarIndicator<double>
{
    private SeededAverage _force;
    private double _previousClose = double.NaN;

    /// <summary>The exponential average of change × volume.</summary>
    /// <param name="period">Period of the average; at least 1. Elder's are 2 and 13.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public ForceIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _force = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _force.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previous = _previousClose;
        _previousClose = bar.Close;
        return !double.IsFinite(previous) ? double.NaN : _force.Update((bar.Close - previous) * bar.Volume);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _force.Reset();
        _previousClose = double.NaN;
    }
}

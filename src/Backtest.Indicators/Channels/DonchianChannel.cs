namespace Backtest;

/// <summary>
/// The highest high and the lowest low of the last bars, the current one included; read it one bar ago to leave that out. Ready at the
/// <c>period</c>-th bar.
/// </summary>
/// <remarks>R. Donchian, 1960.</remarks>
public sealed partial class DonchianChannel : IBarIndicator<ChannelValue>
{
    private MovingExtremes _extremes;

    /// <summary>The highest high and the lowest low of the last bars.</summary>
    /// <param name="period">How many bars; at least 1. Donchian's is 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public DonchianChannel(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _extremes = new MovingExtremes(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _extremes.IsReady;

    /// <inheritdoc/>
    public ChannelValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public ChannelValue Update(BarEvent bar)
    {
        _extremes.Update(bar.High, bar.Low);
        return new ChannelValue(_extremes.Highest, _extremes.Middle, _extremes.Lowest);
    }

    /// <inheritdoc/>
    public void Reset() => _extremes.Reset();
}

namespace Backtest;

/// <summary>
/// Williams %R: how far the close is below the highest high of the last bars as a percentage of their range, from −100 at the low to 0 at the high.
/// Ready at the <c>period</c>-th bar. Halfway, −50, if the bars have no range.
/// </summary>
/// <remarks>L. Williams, How I Made One Million Dollars Last Year Trading Commodities, 1973.</remarks>
public sealed partial class WilliamsPercentRange : IBarIndicator<double>
{
    private MovingExtremes _extremes;

    /// <summary>Williams %R.</summary>
    /// <param name="period">Number of bars; at least 1. Usually 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public WilliamsPercentRange(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _extremes = new MovingExtremes(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _extremes.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        _extremes.Update(bar.High, bar.Low);
        return _extremes.Highest == _extremes.Lowest
            ? -50
            : 100 * ((bar.Close - _extremes.Highest) / (_extremes.Highest - _extremes.Lowest));
    }

    /// <inheritdoc/>
    public void Reset() => _extremes.Reset();
}

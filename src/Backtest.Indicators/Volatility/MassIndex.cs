namespace Backtest;

/// <summary>
/// Whether ranges have widened and narrowed again, which may turn the trend: the sum of ratios of the smoothed range to the twice
/// smoothed one. About <c>period</c>; Dorsey watches for a rise above 27 and a fall below 26.5. Ready at bar
/// 2 × <c>average</c> + <c>period</c> − 2. A ratio is 1 where there is no range at all.
/// </summary>
/// <remarks>D. Dorsey, The Mass Index, 1992.</remarks>
public sealed partial class MassIndex : IBarIndicator<double>
{
    private SeededAverage _range;
    private SeededAverage _smoothed;
    private MovingSum _ratios;

    /// <summary>The sum of ratios of smoothed ranges.</summary>
    /// <param name="average">Period of the exponential averages; at least 1. Dorsey's is 9.</param>
    /// <param name="period">Number of ratios; at least 1. Dorsey's is 25.</param>
    /// <exception cref="ArgumentOutOfRangeException">The average or the period is below 1.</exception>
    public MassIndex(int average, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(average, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _range = _smoothed = new SeededAverage(average, 2 / (average + 1.0));
        _ratios = new MovingSum(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _ratios.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double range = _range.Update(bar.High - bar.Low);
        if (!_range.IsReady)
            return double.NaN;
        double smoothed = _smoothed.Update(range);
        if (!_smoothed.IsReady)
            return double.NaN;
        return _ratios.Update(smoothed == 0 ? 1 : range / smoothed);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _smoothed.Reset();
        _ratios.Reset();
    }
}

namespace Backtest;

/// <summary>
/// The Hull moving average: twice a weighted average of half the period less that of the whole, smoothed by a weighted average over the
/// square root of the period. Halves and roots are rounded down. Ready at value <c>period</c> + √<c>period</c> − 1.
/// </summary>
/// <remarks>A. Hull, 2005.</remarks>
public sealed partial class HullMovingAverage : ISeriesIndicator<double>
{
    private readonly WeightedMovingAverage _half;
    private readonly WeightedMovingAverage _whole;
    private readonly WeightedMovingAverage _smoothed;

    /// <summary>The Hull moving average.</summary>
    /// <param name="period">Period of the longest of its averages; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public HullMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _half = new WeightedMovingAverage(period / 2);
        _whole = new WeightedMovingAverage(period);
        _smoothed = new WeightedMovingAverage((int)Math.Sqrt(period));
    }

    /// <inheritdoc/>
    public bool IsReady => _smoothed.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double half = _half.Update(value);
        double whole = _whole.Update(value);
        return _whole.IsReady ? _smoothed.Update(2 * half - whole) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _half.Reset();
        _whole.Reset();
        _smoothed.Reset();
    }
}

namespace Backtest;

/// <summary>
/// The exponential moving average: each value weighs 2 / (period + 1), and it begins as the mean of the first <c>period</c> values.
/// Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>R. G. Brown, Statistical Forecasting for Inventory Control, 1959; the seed is the custom of charting programs.</remarks>
public sealed partial class ExponentialMovingAverage : ISeriesIndicator<double>
{
    private SeededAverage _average;

    /// <summary>The exponential moving average.</summary>
    /// <param name="period">How many values it begins with, and what sets the weight; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public ExponentialMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _average = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value) => _average.Update(value);

    /// <inheritdoc/>
    public void Reset() => _average.Reset();
}

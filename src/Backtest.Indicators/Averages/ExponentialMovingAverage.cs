using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// The exponential moving average: each value weighs 2 / (period + 1), and it begins as the mean of the first <c>period</c> values.
/// Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>R. G. Brown, Statistical Forecasting for Inventory Control, 1959; the seed is the custom of charting programs.</remarks>
public sealed class ExponentialMovingAverage : ISeriesIndicator<double>, ISeriesColumn<double>
{
    private SeededAverage _average;

    /// <summary>The exponential moving average.</summary>
    /// <param name="period">Number of values it begins with, and what sets the weight; at least 1.</param>
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
    void ISeriesColumn<double>.Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        _average.Update(inputs, values);
        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => _average.Reset();
}

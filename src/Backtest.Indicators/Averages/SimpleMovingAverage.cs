using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// The mean of the last values. Ready at the <c>period</c>-th value. Summed by blocks, so that it does not drift, and exact where the series is
/// constant.
/// </summary>
public sealed class SimpleMovingAverage : ISeriesIndicator<double>, ISeriesColumn<double>
{
    private MovingMean _mean;

    /// <summary>The mean of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public SimpleMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _mean = new MovingMean(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _mean.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value) => _mean.Update(value);

    /// <inheritdoc/>
    void ISeriesColumn<double>.Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        _mean.Update(inputs, values);
        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => _mean.Reset();
}

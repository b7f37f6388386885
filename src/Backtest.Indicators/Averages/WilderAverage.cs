using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// Wilder's smoothing: each value weighs 1 / period, and it begins as the mean of the first <c>period</c> values. Ready at the
/// <c>period</c>-th value.
/// </summary>
/// <remarks>J. Welles Wilder, New Concepts in Technical Trading Systems, 1978.</remarks>
public sealed class WilderAverage : ISeriesIndicator<double>, ISeriesColumn<double>
{
    private SeededAverage _average;

    /// <summary>Wilder's smoothing.</summary>
    /// <param name="period">Number of values it begins with, and the inverse of the weight; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public WilderAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _average = new SeededAverage(period, 1.0 / period);
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

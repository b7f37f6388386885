using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// The change over the last values as a fraction: value / value[period] − 1. Ready at the value after the <c>period</c>-th. Infinite or
/// not a number where the earlier value is zero.
/// </summary>
public sealed class RateOfChange : ISeriesIndicator<double>, ISeriesColumn<double>
{
    private Delay _earlier;

    /// <summary>The change over the last values as a fraction.</summary>
    /// <param name="period">How many values ago the change began; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public RateOfChange(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _earlier = new Delay(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _earlier.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value) => Change.Of(value, _earlier.Update(value));

    /// <inheritdoc/>
    void ISeriesColumn<double>.Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        _earlier.Update(inputs, values);
        Elementwise.Combine<Change>(inputs, values, values);
        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => _earlier.Reset();
}

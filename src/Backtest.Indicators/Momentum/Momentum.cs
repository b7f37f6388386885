using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>The change over the last values, in their unit: value − value[period]. Ready at the value after the <c>period</c>-th.</summary>
public sealed class Momentum : ISeriesIndicator<double>, ISeriesColumn<double>
{
    private Delay _earlier;

    /// <summary>The change over the last values.</summary>
    /// <param name="period">How many values ago the change began; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public Momentum(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _earlier = new Delay(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _earlier.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value) => value - _earlier.Update(value);

    /// <inheritdoc/>
    void ISeriesColumn<double>.Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        _earlier.Update(inputs, values);
        Elementwise.Combine<Difference>(inputs, values, values);
        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => _earlier.Reset();
}

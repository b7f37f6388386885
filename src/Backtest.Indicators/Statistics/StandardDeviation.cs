using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// The standard deviation of the last values as a whole population (divided by their number). Ready at the <c>period</c>-th value.
/// </summary>
public sealed class StandardDeviation : ISeriesIndicator<double>, ISeriesColumn<double>
{
    private readonly double _period;
    private MovingMoments _moments;

    /// <summary>The standard deviation of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public StandardDeviation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _moments = new MovingMoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _moments.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _moments.Update(value);
        return Math.Sqrt(_moments.SquaredDeviations / _period);
    }

    /// <inheritdoc/>
    void ISeriesColumn<double>.Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done)
    {
        _moments.Update(inputs, values);
        Elementwise.RootOfRatio(values, _period);
        done += values.Length;
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

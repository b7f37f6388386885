namespace Backtest;

/// <summary>
/// The mean of the last values, weighted by their position: the newest weighs <c>period</c>, the oldest 1. Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>The weights are linear in time, so the mean follows from the plain mean and from the trend within the window.</remarks>
public sealed partial class WeightedMovingAverage : ISeriesIndicator<double>
{
    private readonly double _weights;
    private MovingMoments _moments;

    /// <summary>The linearly weighted mean of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public WeightedMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _weights = period * (period + 1.0) / 2;
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
        return _moments.Mean + _moments.TimeProducts / _weights;
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

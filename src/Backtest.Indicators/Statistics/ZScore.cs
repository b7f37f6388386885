namespace Backtest;

/// <summary>
/// How many standard deviations (of the population) the newest value is above the mean of the last ones. Ready at the <c>period</c>-th value. Zero if
/// the values do not vary.
/// </summary>
/// <remarks>The standard score of statistics: (value − mean) / standard deviation.</remarks>
public sealed partial class ZScore : ISeriesIndicator<double>
{
    private readonly double _period;
    private MovingMoments _moments;

    /// <summary>How many standard deviations the newest value is above the mean.</summary>
    /// <param name="period">Number of values; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public ZScore(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
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
        double variance = _moments.SquaredDeviations / _period;
        return variance == 0 ? 0 : (value - _moments.Mean) / Math.Sqrt(variance);
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

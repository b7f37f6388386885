namespace Backtest;

/// <summary>The least-squares line through the last values against their place in time. Ready at the <c>period</c>-th value.</summary>
/// <remarks>A.-M. Legendre, 1805.</remarks>
public sealed partial class LinearRegression : ISeriesIndicator<RegressionValue>
{
    private readonly double _halfSpan;
    private readonly double _squaredTimes;
    private MovingMoments _moments;

    /// <summary>The least-squares line through the last values.</summary>
    /// <param name="period">Number of values; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public LinearRegression(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        double count = period;
        _halfSpan = (count - 1) / 2;
        _squaredTimes = count * (count * count - 1) / 12;
        _moments = new MovingMoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _moments.IsReady;

    /// <inheritdoc/>
    public RegressionValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public RegressionValue Update(double value)
    {
        _moments.Update(value);
        double slope = _moments.TimeProducts / _squaredTimes;
        double squares = _moments.SquaredDeviations;
        double explained = squares == 0 ? 0 : slope * _moments.TimeProducts / squares;
        return new RegressionValue(slope, _moments.Mean + slope * _halfSpan, Math.Min(explained, 1));
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

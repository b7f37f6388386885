namespace Backtest;

/// <summary>
/// How much of the variance of the last values comes from few of them: the excess over the normal distribution, −2 and above. Ready at the
/// <c>period</c>-th value. Zero where the values do not vary.
/// </summary>
/// <remarks>K. Pearson, 1905, of a population: the mean fourth power of the deviation over the squared variance, less 3.</remarks>
public sealed partial class Kurtosis : ISeriesIndicator<double>
{
    private HigherMoments _moments;

    /// <summary>How much of the last values' variance few of them make.</summary>
    /// <param name="period">Number of values; at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 3.</exception>
    public Kurtosis(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 3);
        _moments = new HigherMoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _moments.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _moments.Update(value);
        double variance = _moments.Second;
        return variance == 0 ? 0 : _moments.Fourth / (variance * variance) - 3;
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

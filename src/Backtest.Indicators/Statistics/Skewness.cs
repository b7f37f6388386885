namespace Backtest;

/// <summary>
/// How lopsided the last values are: above zero if few are far above the rest, below zero if few are far below. Ready at the <c>period</c>-th value.
/// Zero if the values do not vary.
/// </summary>
/// <remarks>K. Pearson, 1895, in R. A. Fisher's form for a population: mean cubed deviation over cubed standard deviation.</remarks>
public sealed partial class Skewness : ISeriesIndicator<double>
{
    private HigherMoments _moments;

    /// <summary>How lopsided the last values are.</summary>
    /// <param name="period">Number of values; at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 3.</exception>
    public Skewness(int period)
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
        return variance == 0 ? 0 : _moments.Third / (variance * Math.Sqrt(variance));
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

namespace Backtest;

/// <summary>
/// The McGinley dynamic: an average whose weight grows with the fourth power of itself over the value, so that it follows falls faster than
/// rises. It begins as the mean of the first <c>period</c> values, where it is ready. For values above 0.
/// </summary>
/// <remarks>J. R. McGinley, 1990, Journal of the Market Technicians Association, with his constant of 0.6.</remarks>
public sealed partial class McGinleyDynamic : ISeriesIndicator<double>
{
    private readonly double _weight;
    private SeededAverage _average;
    private double _last;

    /// <summary>The McGinley dynamic.</summary>
    /// <param name="period">Period of the average it follows; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public McGinleyDynamic(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _weight = 1 / (0.6 * period);
        _average = new SeededAverage(period, 1);
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double ratio = _last / value;
        double square = ratio * ratio;
        return _last = _average.Update(value, _weight * square * square);
    }

    /// <inheritdoc/>
    public void Reset() => _average.Reset();
}

namespace Backtest;

/// <summary>
/// The Elder ray: how far the high and the low are from the exponential average of closes. Ready at the <c>period</c>-th bar.
/// </summary>
/// <remarks>A. Elder, Trading for a Living, 1993.</remarks>
public sealed partial class ElderRay : IBarIndicator<ElderRayValue>
{
    private SeededAverage _average;

    /// <summary>The Elder ray.</summary>
    /// <param name="period">Period of the exponential average; at least 1. Elder's is 13.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public ElderRay(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _average = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public ElderRayValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public ElderRayValue Update(BarEvent bar)
    {
        double average = _average.Update(bar.Close);
        return new ElderRayValue(bar.High - average, bar.Low - average);
    }

    /// <inheritdoc/>
    public void Reset() => _average.Reset();
}

namespace Backtest;

/// <summary>
/// Bollinger bands: the mean of the last values, and some standard deviations (of the population) above and below. Ready at the
/// <c>period</c>-th value.
/// </summary>
/// <remarks>J. Bollinger, Bollinger on Bollinger Bands, 2001.</remarks>
public sealed partial class BollingerBands : ISeriesIndicator<BandValue>
{
    private readonly double _period;
    private readonly double _deviations;
    private MovingMoments _moments;

    /// <summary>Bollinger bands.</summary>
    /// <param name="period">Number of values; at least 1. Bollinger's is 20.</param>
    /// <param name="deviations">How many standard deviations the bands are from the mean; above 0. Bollinger's is 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the deviations are not a finite number above 0.</exception>
    public BollingerBands(int period, double deviations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Require.AboveZero(deviations);
        _period = period;
        _deviations = deviations;
        _moments = new MovingMoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _moments.IsReady;

    /// <inheritdoc/>
    public BandValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public BandValue Update(double value)
    {
        _moments.Update(value);
        double mean = _moments.Mean;
        double deviation = Math.Sqrt(_moments.SquaredDeviations / _period);
        double width = _deviations * deviation;
        return new BandValue(mean + width, mean, mean - width, deviation);
    }

    /// <inheritdoc/>
    public void Reset() => _moments.Reset();
}

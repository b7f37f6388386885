namespace Backtest;

/// <summary>
/// The correlation of two series of numbers over the last bars, such as close and volume, from −1 to 1. Ready at the <c>period</c>-th pair. Zero if
/// either does not vary.
/// </summary>
/// <remarks>K. Pearson, 1895.</remarks>
public sealed partial class Correlation : IPairIndicator<double>
{
    private MovingComoments _pairs;

    /// <summary>The correlation over the last bars.</summary>
    /// <param name="period">Number of bars; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2.</exception>
    public Correlation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _pairs = new MovingComoments(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _pairs.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double first, double second)
    {
        _pairs.Update(first, second);
        return _pairs.Correlation;
    }

    /// <inheritdoc/>
    public void Reset() => _pairs.Reset();
}

namespace Backtest;

/// <summary>The lowest of the last values. Ready at the <c>period</c>-th value.</summary>
public sealed partial class Lowest : ISeriesIndicator<double>
{
    private MovingExtremes _extremes;

    /// <summary>The lowest of the last values.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public Lowest(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _extremes = new MovingExtremes(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _extremes.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _extremes.Update(value);
        return _extremes.Lowest;
    }

    /// <inheritdoc/>
    public void Reset() => _extremes.Reset();
}

namespace Backtest;

/// <summary>
/// The Coppock curve: two rates of change in percent, added and smoothed by a weighted average. Ready at value
/// <c>longer</c> + <c>smoothing</c>.
/// </summary>
/// <remarks>E. S. C. Coppock, A Guide to the Use of the Coppock Curve, Barron's, 1962, on monthly closes.</remarks>
public sealed partial class CoppockCurve : ISeriesIndicator<double>
{
    private readonly WeightedMovingAverage _smoothed;
    private Delay _shorter;
    private Delay _longer;

    /// <summary>The Coppock curve.</summary>
    /// <param name="shorter">Period of the shorter rate of change; at least 1. Coppock's is 11.</param>
    /// <param name="longer">Period of the longer rate of change; at least 1. Coppock's is 14.</param>
    /// <param name="smoothing">Period of the weighted average; at least 1. Coppock's is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public CoppockCurve(int shorter, int longer, int smoothing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shorter, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longer, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(smoothing, 1);
        _smoothed = new WeightedMovingAverage(smoothing);
        _shorter = new Delay(shorter);
        _longer = new Delay(longer);
    }

    /// <inheritdoc/>
    public bool IsReady => _smoothed.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double shorter = value / _shorter.Update(value) - 1;
        double longer = value / _longer.Update(value) - 1;
        return _shorter.IsReady && _longer.IsReady ? _smoothed.Update(100 * (shorter + longer)) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _smoothed.Reset();
        _shorter.Reset();
        _longer.Reset();
    }
}

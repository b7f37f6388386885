namespace Backtest;

/// <summary>
/// Kaufman's adaptive moving average: its weight follows the square of the efficiency of the last values, between the weights of a fast and a slow
/// exponential average. It begins as the mean of the last <c>period</c> values at the value after the <c>period</c>-th, where it is ready.
/// </summary>
/// <remarks>
/// P. J. Kaufman, Smarter Trading, 1995. Efficiency is the net change over the sum of changes; 0 where nothing has moved.
/// </remarks>
public sealed partial class KaufmanAdaptiveMovingAverage : ISeriesIndicator<double>
{
    private readonly double _slowWeight;
    private readonly double _weightRange;
    private readonly double _period;
    private Delay _earlier;
    private MovingMean _changes;
    private SeededAverage _average;
    private double _previous = double.NaN;

    /// <summary>Kaufman's adaptive moving average.</summary>
    /// <param name="period">Over which efficiency is measured; at least 1. Kaufman's is 10.</param>
    /// <param name="fast">Period of the average at full efficiency; at least 1. Kaufman's is 2.</param>
    /// <param name="slow">Period of the average at zero efficiency; at least 1. Kaufman's is 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public KaufmanAdaptiveMovingAverage(int period, int fast, int slow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        _slowWeight = 2 / (slow + 1.0);
        _weightRange = 2 / (fast + 1.0) - _slowWeight;
        _period = period;
        _earlier = new Delay(period);
        _changes = new MovingMean(period);
        _average = new SeededAverage(period, 1);
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double previous = _previous;
        double change = Math.Abs(value - previous);
        _previous = value;
        double net = Math.Abs(value - _earlier.Update(value));
        if (!double.IsFinite(previous))
            return double.NaN;

        double way = _period * _changes.Update(change);
        double efficiency = way == 0 ? 0 : net / way;
        double root = _slowWeight + efficiency * _weightRange;
        return _average.Update(value, root * root);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _earlier.Reset();
        _changes.Reset();
        _average.Reset();
        _previous = double.NaN;
    }
}

namespace Backtest;

/// <summary>
/// The price oscillator: a fast exponential average less a slow one, in the unit of the values. Ready at the value of the longer period.
/// </summary>
public sealed partial class PriceOscillator : ISeriesIndicator<double>
{
    private SeededAverage _fast;
    private SeededAverage _slow;

    /// <summary>The price oscillator.</summary>
    /// <param name="fast">Period of the fast exponential average; at least 1. Usually 12.</param>
    /// <param name="slow">Period of the slow exponential average; at least 1. Usually 26.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public PriceOscillator(int fast, int slow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        _fast = new SeededAverage(fast, 2 / (fast + 1.0));
        _slow = new SeededAverage(slow, 2 / (slow + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _fast.IsReady && _slow.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value) => _fast.Update(value) - _slow.Update(value);

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
    }
}

namespace Backtest;

/// <summary>
/// The percentage price oscillator: the distance of a fast exponential average from a slow one as a percentage of the slow one, and the
/// exponential average of that. Ready at value <c>slow</c> + <c>signal</c> − 1.
/// </summary>
/// <remarks>
/// G. Appel, Technical Analysis: Power Tools for Active Investors, 2005. As a percentage of the fast average, it is this with both the periods and
/// the sign swapped.
/// </remarks>
public sealed partial class PercentagePriceOscillator : ISeriesIndicator<MacdValue>
{
    private SeededAverage _fast;
    private SeededAverage _slow;
    private SeededAverage _signal;

    /// <summary>The percentage price oscillator.</summary>
    /// <param name="fast">Period of the fast exponential average; at least 1. Usually 12.</param>
    /// <param name="slow">Period of the slow exponential average; at least 1. Usually 26.</param>
    /// <param name="signal">Period of the exponential average of the distance; at least 1. Usually 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public PercentagePriceOscillator(int fast, int slow, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        _fast = new SeededAverage(fast, 2 / (fast + 1.0));
        _slow = new SeededAverage(slow, 2 / (slow + 1.0));
        _signal = new SeededAverage(signal, 2 / (signal + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _signal.IsReady;

    /// <inheritdoc/>
    public MacdValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public MacdValue Update(double value)
    {
        double fast = _fast.Update(value);
        double slow = _slow.Update(value);
        if (!_fast.IsReady || !_slow.IsReady)
            return Undefined;
        double distance = 100 * ((fast - slow) / slow);
        double signal = _signal.Update(distance);
        return _signal.IsReady ? new MacdValue(distance, signal, distance - signal) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
    }
}

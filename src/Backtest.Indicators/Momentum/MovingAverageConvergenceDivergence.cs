namespace Backtest;

/// <summary>
/// MACD: a fast exponential average less a slow one, in the unit of the values, and the exponential average of that. Ready at value
/// <c>slow</c> + <c>signal</c> − 1.
/// </summary>
/// <remarks>G. Appel, The Moving Average Convergence-Divergence Trading Method, 1985.</remarks>
public sealed partial class MovingAverageConvergenceDivergence : ISeriesIndicator<MacdValue>
{
    private SeededAverage _fast;
    private SeededAverage _slow;
    private SeededAverage _signal;

    /// <summary>MACD.</summary>
    /// <param name="fast">Period of the fast exponential average; at least 1. Usually 12.</param>
    /// <param name="slow">Period of the slow exponential average; at least 1. Usually 26.</param>
    /// <param name="signal">Period of the exponential average of the distance; at least 1. Usually 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public MovingAverageConvergenceDivergence(int fast, int slow, int signal)
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
        double macd = _fast.Update(value) - _slow.Update(value);
        if (!_fast.IsReady || !_slow.IsReady)
            return Undefined;
        double signal = _signal.Update(macd);
        return _signal.IsReady ? new MacdValue(macd, signal, macd - signal) : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
    }
}

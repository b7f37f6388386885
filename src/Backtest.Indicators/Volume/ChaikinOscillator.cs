namespace Backtest;

/// <summary>
/// A fast exponential average of the accumulation/distribution line less a slow one, in units of volume. Ready at the bar of the longer
/// period.
/// </summary>
/// <remarks>M. Chaikin, as described by S. B. Achelis, Technical Analysis from A to Z, 1995.</remarks>
[ReadsVolume]
public sealed partial class ChaikinOscillator : IBarIndicator<double>
{
    private readonly AccumulationDistribution _line = new();
    private SeededAverage _fast;
    private SeededAverage _slow;

    /// <summary>A fast average of the accumulation/distribution line less a slow one.</summary>
    /// <param name="fast">Period of the fast average; at least 1. Chaikin's is 3.</param>
    /// <param name="slow">Period of the slow average; at least 1. Chaikin's is 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public ChaikinOscillator(int fast, int slow)
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
    public double Update(BarEvent bar)
    {
        double line = _line.Update(bar);
        return _fast.Update(line) - _slow.Update(line);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _line.Reset();
        _fast.Reset();
        _slow.Reset();
    }
}

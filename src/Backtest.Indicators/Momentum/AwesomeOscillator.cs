namespace Backtest;

/// <summary>
/// The awesome oscillator: a fast mean of median prices less a slow one, in the unit of the price. Ready at the bar of the longer period.
/// </summary>
/// <remarks>B. Williams, Trading Chaos, 1995: periods 5 and 34.</remarks>
public sealed partial class AwesomeOscillator : IBarIndicator<double>
{
    private MovingMean _fast;
    private MovingMean _slow;

    /// <summary>The awesome oscillator.</summary>
    /// <param name="fast">Period of the fast mean; at least 1. Williams' is 5.</param>
    /// <param name="slow">Period of the slow mean; at least 1. Williams' is 34.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public AwesomeOscillator(int fast, int slow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        _fast = new MovingMean(fast);
        _slow = new MovingMean(slow);
    }

    /// <inheritdoc/>
    public bool IsReady => _fast.IsReady && _slow.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double price = (bar.High + bar.Low) / 2;
        return _fast.Update(price) - _slow.Update(price);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
    }
}

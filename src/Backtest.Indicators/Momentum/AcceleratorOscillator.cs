namespace Backtest;

/// <summary>
/// The accelerator oscillator: the awesome oscillator less its own mean, in the unit of the price. Ready at bar
/// <c>slow</c> + <c>signal</c> − 1.
/// </summary>
/// <remarks>B. Williams, New Trading Dimensions, 1998: periods 5, 34 and 5.</remarks>
public sealed partial class AcceleratorOscillator : IBarIndicator<double>
{
    private readonly AwesomeOscillator _awesome;
    private MovingMean _mean;

    /// <summary>The accelerator oscillator.</summary>
    /// <param name="fast">Period of the fast mean; at least 1. Williams' is 5.</param>
    /// <param name="slow">Period of the slow mean; at least 1. Williams' is 34.</param>
    /// <param name="signal">Period of the oscillator's own mean; at least 1. Williams' is 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public AcceleratorOscillator(int fast, int slow, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal, 1);
        _awesome = new AwesomeOscillator(fast, slow);
        _mean = new MovingMean(signal);
    }

    /// <inheritdoc/>
    public bool IsReady => _mean.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double awesome = _awesome.Update(bar);
        return _awesome.IsReady ? awesome - _mean.Update(awesome) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _awesome.Reset();
        _mean.Reset();
    }
}

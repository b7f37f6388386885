namespace Backtest;

/// <summary>
/// VIDYA: an exponential average whose weight follows the strength of momentum, the size of the Chande momentum oscillator. It begins at the first
/// value with momentum, where it is ready: the value after the <c>momentum</c>-th.
/// </summary>
/// <remarks>
/// T. S. Chande, Adapting Moving Averages to Market Volatility, Stocks and Commodities 10:3, 1992, with the oscillator of T. S. Chande and
/// S. Kroll, The New Technical Trader, 1994.
/// </remarks>
public sealed partial class VariableIndexDynamicAverage : ISeriesIndicator<double>
{
    private readonly double _weight;
    private readonly ChandeMomentumOscillator _oscillator;
    private SeededAverage _average;

    /// <summary>VIDYA.</summary>
    /// <param name="period">Period of the exponential average at full momentum; at least 1.</param>
    /// <param name="momentum">Period of the momentum oscillator; at least 1. Chande's is 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public VariableIndexDynamicAverage(int period, int momentum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(momentum, 1);
        _weight = 2 / (period + 1.0);
        _oscillator = new ChandeMomentumOscillator(momentum);
        _average = new SeededAverage(1, 1);
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double strength = Math.Abs(_oscillator.Update(value)) / 100;
        return double.IsNaN(strength) ? _average.Restart() : _average.Update(value, _weight * strength);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _oscillator.Reset();
        _average.Reset();
    }
}

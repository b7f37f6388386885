namespace Backtest;

/// <summary>
/// The double exponential moving average: twice the exponential average less the exponential average of that, which removes most of its lag. Ready at
/// value 2 × <c>period</c> − 1.
/// </summary>
/// <remarks>P. G. Mulloy, Smoothing Data with Faster Moving Averages, Stocks and Commodities 12:1, 1994.</remarks>
public sealed partial class DoubleExponentialMovingAverage : ISeriesIndicator<double>
{
    private SeededAverage _first;
    private SeededAverage _second;

    /// <summary>The double exponential moving average.</summary>
    /// <param name="period">Period of each exponential average; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public DoubleExponentialMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _first = _second = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _second.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double first = _first.Update(value);
        return _first.IsReady ? 2 * first - _second.Update(first) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _first.Reset();
        _second.Reset();
    }
}

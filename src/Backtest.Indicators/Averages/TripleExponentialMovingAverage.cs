namespace Backtest;

/// <summary>
/// The triple exponential moving average: three times the difference of the exponential average and its own average, and the average of
/// that. Ready at value 3 × <c>period</c> − 2.
/// </summary>
/// <remarks>P. G. Mulloy, Smoothing Data with Less Lag, Stocks and Commodities 12:2, 1994: 3 × first − 3 × second + third.</remarks>
public sealed partial class TripleExponentialMovingAverage : ISeriesIndicator<double>
{
    private SeededAverage _first;
    private SeededAverage _second;
    private SeededAverage _third;

    /// <summary>The triple exponential moving average.</summary>
    /// <param name="period">Period of each exponential average; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public TripleExponentialMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _first = _second = _third = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady => _third.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double first = _first.Update(value);
        if (!_first.IsReady)
            return double.NaN;
        double second = _second.Update(first);
        return _second.IsReady ? 3 * (first - second) + _third.Update(second) : double.NaN;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _first.Reset();
        _second.Reset();
        _third.Reset();
    }
}

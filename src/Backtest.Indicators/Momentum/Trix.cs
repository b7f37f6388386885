namespace Backtest;

/// <summary>
/// TRIX: the change of a triply smoothed exponential average from one value to the next, in percent. Ready at value 3 × <c>period</c> − 1.
/// </summary>
/// <remarks>J. K. Hutson, Good TRIX, Stocks and Commodities 1:5, 1983.</remarks>
public sealed partial class Trix : ISeriesIndicator<double>
{
    private SeededAverage _first;
    private SeededAverage _second;
    private SeededAverage _third;
    private double _previous = double.NaN;

    /// <summary>TRIX.</summary>
    /// <param name="period">Period of each exponential average; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public Trix(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _first = _second = _third = new SeededAverage(period, 2 / (period + 1.0));
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        double first = _first.Update(value);
        if (!_first.IsReady)
            return double.NaN;
        double second = _second.Update(first);
        if (!_second.IsReady)
            return double.NaN;
        IsReady = _third.IsReady;
        double third = _third.Update(second);
        double change = 100 * ((third - _previous) / _previous);
        _previous = third;
        return change;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _first.Reset();
        _second.Reset();
        _third.Reset();
        _previous = double.NaN;
        IsReady = false;
    }
}

namespace Backtest;

/// <summary>An exponential average that begins as the mean of the first <paramref name="period"/> values.</summary>
/// <param name="period">How many values the seed is the mean of; at least 1.</param>
/// <param name="weight">The weight of each value after the seed, in (0, 1].</param>
internal struct SeededAverage(int period, double weight)
{
    private int _count;
    private double _mean;

    /// <summary>Whether the seed is complete.</summary>
    public readonly bool IsReady => _count == period;

    /// <summary>Takes the next value.</summary>
    /// <returns>The average; not a number while the seed is incomplete.</returns>
    public double Update(double value)
    {
        if (_count == period)
            return _mean += (value - _mean) * weight;
        _count++;
        _mean += (value - _mean) / _count;
        return _count == period ? _mean : double.NaN;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _count = 0;
        _mean = 0;
    }
}

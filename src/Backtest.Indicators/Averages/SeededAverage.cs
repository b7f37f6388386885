using System.Runtime.CompilerServices;

namespace Backtest;

/// <summary>An exponential average that begins as the mean of the first <paramref name="period"/> values.</summary>
/// <remarks>
/// Written as the value less a part of its distance to the average: exact where the series is at rest, and for a weight of 1.
/// </remarks>
/// <param name="period">How many values the seed is the mean of; at least 1.</param>
/// <param name="weight">The weight of each value after the seed, in (0, 1].</param>
internal struct SeededAverage(int period, double weight)
{
    private readonly double _kept = 1 - weight;
    private int _count;
    private double _mean;

    /// <summary>Whether the seed is complete.</summary>
    public readonly bool IsReady => _count == period;

    /// <summary>Takes the next value.</summary>
    /// <returns>The average; not a number while the seed is incomplete.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Update(double value) => _count == period ? _mean = value - (value - _mean) * _kept : Seed(value);

    /// <summary>Takes the next values, with the average in a register: from memory each step would wait for the one before to be written.</summary>
    /// <param name="values">The values.</param>
    /// <param name="averages">Takes the average at each; not a number while the seed is incomplete.</param>
    public void Update(ReadOnlySpan<double> values, Span<double> averages)
    {
        int row = 0;
        for (; row < values.Length && _count < period; row++)
            averages[row] = Seed(values[row]);
        (double mean, double kept) = (_mean, _kept);
        for (; row < values.Length && row < averages.Length; row++)
            averages[row] = mean = values[row] - (values[row] - mean) * kept;
        _mean = mean;
    }

    /// <summary>Takes the next value, which weighs something of its own after the seed.</summary>
    /// <returns>The average; not a number while the seed is incomplete.</returns>
    public double Update(double value, double ownWeight) =>
        _count == period ? _mean = value - (value - _mean) * (1 - ownWeight) : Seed(value);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _count = 0;
        _mean = 0;
    }

    private double Seed(double value)
    {
        _count++;
        _mean = value - (value - _mean) * ((_count - 1.0) / _count);
        return _count == period ? _mean : double.NaN;
    }
}

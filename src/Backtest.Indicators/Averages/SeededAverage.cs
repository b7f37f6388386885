using System.Runtime.CompilerServices;

namespace Backtest;

/// <summary>An exponential average that begins as the mean of the first <paramref name="period"/> values.</summary>
/// <remarks>
/// Written as the value less a part of its distance to the average: exact where the series is constant, and for a weight of 1. A value that is not
/// finite would stay in the average for ever: after one it begins anew, and has no value until the seed is complete again.
/// </remarks>
/// <param name="period">Number of values whose mean is the seed; at least 1.</param>
/// <param name="weight">The weight of each value after the seed, in (0, 1].</param>
internal struct SeededAverage(int period, double weight)
{
    private readonly double _kept = 1 - weight;
    private int _count;
    private double _mean;

    /// <summary>Whether the seed was complete once.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Takes the next value.</summary>
    /// <returns>The average; not a number while the seed is incomplete.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Update(double value)
    {
        if (_count != period)
            return Seed(value);
        double mean = value - (value - _mean) * _kept;
        return double.IsFinite(mean) ? _mean = mean : Restart();
    }

    /// <summary>Takes the next values, with the average in a register: from memory each step would wait for the one before to be written.</summary>
    /// <param name="values">The values.</param>
    /// <param name="averages">Takes the average at each; not a number while the seed is incomplete.</param>
    public void Update(ReadOnlySpan<double> values, Span<double> averages)
    {
        int row = 0;
        for (; row < values.Length && _count < period; row++)
            averages[row] = Update(values[row]);
        int first = row;
        (double mean, double kept) = (_mean, _kept);
        for (; row < values.Length && row < averages.Length; row++)
        {
            double value = values[row];
            mean = value - (value - mean) * kept;
            averages[row] = mean;
        }

        if (double.IsFinite(mean))
            _mean = mean;
        else
            UpdateByRow(values, averages, first);
    }

    /// <summary>Takes the next value, which weighs something of its own after the seed.</summary>
    /// <returns>The average; not a number while the seed is incomplete.</returns>
    public double Update(double value, double ownWeight)
    {
        if (_count != period)
            return Seed(value);
        double mean = value - (value - _mean) * (1 - ownWeight);
        return double.IsFinite(mean) ? _mean = mean : Restart();
    }

    /// <summary>Begins anew, as after a value that is not finite.</summary>
    /// <returns>Not a number.</returns>
    public double Restart()
    {
        _count = 0;
        _mean = 0;
        return double.NaN;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    // What is not finite is kept by the average: somewhere in these rows it came in.
    private void UpdateByRow(ReadOnlySpan<double> values, Span<double> averages, int first)
    {
        for (int row = first; row < values.Length && row < averages.Length; row++)
            averages[row] = Update(values[row]);
    }

    private double Seed(double value)
    {
        _count++;
        _mean = value - (value - _mean) * ((_count - 1.0) / _count);
        if (!double.IsFinite(_mean))
            return Restart();
        if (_count < period)
            return double.NaN;
        IsReady = true;
        return _mean;
    }
}

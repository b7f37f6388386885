namespace Backtest;

/// <summary>
/// T3: an exponential average taken beyond itself by a part of its distance to its own average, three times over. Ready at value
/// 6 × <c>period</c> − 5.
/// </summary>
/// <remarks>
/// T. Tillson, Smoothing Techniques for More Accurate Signals, Stocks and Commodities 16:1, 1998, in its expanded form of six exponential
/// averages in a row. Its four weights add up to 1.
/// </remarks>
public sealed partial class TillsonMovingAverage : ISeriesIndicator<double>
{
    private readonly SeededAverage[] _averages;
    private readonly double _fourth;
    private readonly double _fifth;
    private readonly double _sixth;

    /// <summary>T3.</summary>
    /// <param name="period">Period of each of the six exponential averages; at least 1.</param>
    /// <param name="factor">
    /// How far each step goes beyond its average, from 0 (three averages in a row) to 1 (three double exponential ones). Tillson's is 0.7.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the factor is not from 0 to 1.</exception>
    public TillsonMovingAverage(int period, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Require.FromZeroToOne(factor);
        _averages = new SeededAverage[6];
        Array.Fill(_averages, new SeededAverage(period, 2 / (period + 1.0)));
        _fourth = -3 * factor * (1 + factor) * (1 + factor);
        _fifth = 3 * factor * factor * (1 + factor);
        _sixth = -factor * factor * factor;
    }

    /// <inheritdoc/>
    public bool IsReady => _averages[5].IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        Span<double> averages = stackalloc double[6];
        for (int depth = 0; depth < 6; depth++)
        {
            averages[depth] = value = _averages[depth].Update(value);
            if (!_averages[depth].IsReady)
                return double.NaN;
        }
        double third = averages[2];
        return third + _fourth * (averages[3] - third) + _fifth * (averages[4] - third) + _sixth * (averages[5] - third);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (ref SeededAverage average in _averages.AsSpan())
            average.Reset();
    }
}

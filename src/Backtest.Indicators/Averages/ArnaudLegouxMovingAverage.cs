namespace Backtest;

/// <summary>
/// ALMA: the mean of the last values under weights of a bell curve, whose middle may be near the newest value. Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>
/// A. Legoux and D. Kouzis-Loukas, 2009. The weights are no recursion, so each bar costs a product for each value of the window.
/// </remarks>
public sealed partial class ArnaudLegouxMovingAverage : ISeriesIndicator<double>
{
    private readonly double[] _weights;
    private LastValues _values;

    /// <summary>ALMA.</summary>
    /// <param name="period">Number of values; at least 1.</param>
    /// <param name="offset">
    /// Where in the window the curve has its middle, from 0, the oldest value, to 1, the newest. Theirs is 0.85.
    /// </param>
    /// <param name="sigma">How many standard deviations of the curve the window spans; above 0. Theirs is 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The period is below 1, the offset not from 0 to 1, or sigma not a finite number above 0.
    /// </exception>
    public ArnaudLegouxMovingAverage(int period, double offset, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Require.FromZeroToOne(offset);
        Require.AboveZero(sigma);
        _weights = Weights(period, offset, sigma);
        _values = new LastValues(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _values.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        _values.Add(value);
        if (!_values.IsReady)
            return double.NaN;

        // Deviations from the newest value: exact where the series is at rest.
        ReadOnlySpan<double> values = _values.Values;
        double sum = 0;
        for (int place = 0; place < _weights.Length; place++)
            sum += _weights[place] * (values[place] - value);
        return value + sum;
    }

    /// <inheritdoc/>
    public void Reset() => _values.Reset();

    private static double[] Weights(int period, double offset, double sigma)
    {
        double middle = offset * (period - 1);
        double width = period / sigma;
        var weights = new double[period];
        double total = 0;
        for (int place = 0; place < period; place++)
            total += weights[place] = DeterministicMath.Exp(-(place - middle) * (place - middle) / (2 * width * width));
        for (int place = 0; place < period; place++)
            weights[place] /= total;
        return weights;
    }
}

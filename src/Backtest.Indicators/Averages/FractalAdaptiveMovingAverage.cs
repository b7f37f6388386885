namespace Backtest;

/// <summary>
/// FRAMA: an exponential average of median prices whose weight follows the fractal dimension of the last bars, from 1 for a straight path to 0.01 for
/// one that fills the range. It begins as the median price of the <c>period</c>-th bar, where it is ready.
/// </summary>
/// <remarks>
/// J. F. Ehlers, Fractal Adaptive Moving Averages, Stocks and Commodities 23:10, 2005. The dimension compares the ranges of both halves of
/// the window with that of the whole; where one of them is zero it stays as it was, and it begins as 1.
/// </remarks>
public sealed partial class FractalAdaptiveMovingAverage : IBarIndicator<double>
{
    private static readonly double Ln2 = DeterministicMath.Log(2);

    private readonly int _half;
    private MovingExtremes _recent;
    private Delay _olderHighs;
    private Delay _olderLows;
    private SeededAverage _average;
    private double _dimension = 1;

    /// <summary>FRAMA.</summary>
    /// <param name="period">Number of bars; even, at least 2. Ehlers' is 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2 or odd.</exception>
    public FractalAdaptiveMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(period % 2, 0, nameof(period));
        _half = period / 2;
        _recent = new MovingExtremes(_half);
        _olderHighs = new Delay(_half);
        _olderLows = new Delay(_half);
        _average = new SeededAverage(1, 1);
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        _recent.Update(bar.High, bar.Low);
        if (!_recent.IsReady)
            return double.NaN;
        double olderHigh = _olderHighs.Update(_recent.Highest);
        double olderLow = _olderLows.Update(_recent.Lowest);
        if (!_olderLows.IsReady)
            return double.NaN;
        if (!double.IsFinite(_recent.Highest - _recent.Lowest + (olderHigh - olderLow)))
        {
            _dimension = 1;
            return _average.Restart();
        }

        Measure(olderHigh, olderLow);
        return _average.Update((bar.High + bar.Low) / 2, Math.Clamp(DeterministicMath.Exp(-4.6 * (_dimension - 1)), 0.01, 1));
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _recent.Reset();
        _olderHighs.Reset();
        _olderLows.Reset();
        _average.Reset();
        _dimension = 1;
    }

    private void Measure(double olderHigh, double olderLow)
    {
        double recent = (_recent.Highest - _recent.Lowest) / _half;
        double older = (olderHigh - olderLow) / _half;
        double whole = (Math.Max(_recent.Highest, olderHigh) - Math.Min(_recent.Lowest, olderLow)) / (2 * _half);
        if (recent > 0 && older > 0)
            _dimension = DeterministicMath.Log((recent + older) / whole) / Ln2;
    }
}

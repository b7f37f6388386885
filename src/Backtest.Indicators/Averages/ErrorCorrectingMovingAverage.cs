namespace Backtest;

/// <summary>
/// The zero-lag indicator: an exponential average corrected by a part of its own last error, with the gain, in steps of a tenth, that
/// brings it nearest to the value. Ready at the <c>period</c>-th value.
/// </summary>
/// <remarks>
/// J. F. Ehlers and R. Way, Zero Lag (Well, Almost), Stocks and Commodities 28:12, 2010. They try each gain; its error is linear in the
/// gain, so the best one is the step next to where the error would be zero, the lower of two that are as near.
/// </remarks>
public sealed partial class ErrorCorrectingMovingAverage : ISeriesIndicator<double>
{
    private readonly double _weight;
    private readonly double _limit;
    private SeededAverage _average;
    private double _corrected = double.NaN;

    /// <summary>The zero-lag indicator.</summary>
    /// <param name="period">Period of the exponential average; at least 1.</param>
    /// <param name="gainLimit">The largest gain either way, in tenths; at least 0. Ehlers' and Way's is 50.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1, or the gain limit below 0.</exception>
    public ErrorCorrectingMovingAverage(int period, int gainLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(gainLimit, 0);
        _weight = 2 / (period + 1.0);
        _limit = gainLimit;
        _average = new SeededAverage(period, _weight);
    }

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(double value)
    {
        bool isSeeded = double.IsFinite(_corrected);
        double average = _average.Update(value);
        return _corrected = isSeeded ? Correct(value, average) : average;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _average.Reset();
        _corrected = double.NaN;
    }

    private double Correct(double value, double average)
    {
        double error = value - _corrected;
        double exact = error == 0 ? 0 : (error / _weight - (average - _corrected)) / error;
        double steps = Math.Clamp(Math.Ceiling(10 * exact - 0.5), -_limit, _limit);
        double target = average + steps / 10 * error;
        return target - (target - _corrected) * (1 - _weight);
    }
}

namespace Backtest;

/// <summary>
/// The directional movement system: the average directional index and its two directional indicators. Ready at bar 2 × <c>period</c>, when the index
/// has its seed. Zero if nothing has moved.
/// </summary>
/// <remarks>J. Welles Wilder, New Concepts in Technical Trading Systems, 1978; his sums are taken as averages, which keeps their ratios.</remarks>
public sealed partial class AverageDirectionalIndex : IBarIndicator<DirectionalValue>
{
    private SeededAverage _range;
    private SeededAverage _plus;
    private SeededAverage _minus;
    private SeededAverage _index;
    private double _previousHigh;
    private double _previousLow;
    private double _previousClose = double.NaN;

    /// <summary>The directional movement system.</summary>
    /// <param name="period">Period of the smoothing; at least 1. Wilder's is 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public AverageDirectionalIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _range = _plus = _minus = _index = new SeededAverage(period, 1.0 / period);
    }

    /// <inheritdoc/>
    public bool IsReady => _index.IsReady;

    /// <inheritdoc/>
    public DirectionalValue Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public DirectionalValue Update(BarEvent bar)
    {
        if (!double.IsFinite(bar.High - bar.Low + bar.Close))
            return Restart();
        DirectionalValue value = !double.IsFinite(_previousClose) ? Undefined : Compare(bar.High, bar.Low);
        _previousHigh = bar.High;
        _previousLow = bar.Low;
        _previousClose = bar.Close;
        return value;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _plus.Reset();
        _minus.Reset();
        _index.Reset();
        _previousClose = double.NaN;
    }

    private DirectionalValue Restart()
    {
        _range.Restart();
        _plus.Restart();
        _minus.Restart();
        _index.Restart();
        _previousClose = double.NaN;
        return Undefined;
    }

    private DirectionalValue Compare(double high, double low)
    {
        double up = high - _previousHigh;
        double down = _previousLow - low;
        double range = _range.Update(TrueRange.Of(high, low, _previousClose));
        double plus = Percent(_plus.Update(Where(Threshold.IsPassed(up, down, high) & up > 0, up)), range);
        double minus = Percent(_minus.Update(Where(Threshold.IsPassed(down, up, high) & down > 0, down)), range);
        if (!_range.IsReady)
            return Undefined;
        double index = _index.Update(Percent(Math.Abs(plus - minus), plus + minus));
        return double.IsNaN(index) ? Undefined : new DirectionalValue(index, plus, minus);
    }

    // The value or zero, without a branch, which would be mispredicted at every other bar.
    private static double Where(bool condition, double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & -(condition ? 1L : 0L));

    private static double Percent(double part, double whole) => whole == 0 ? 0 : 100 * (part / whole);
}

namespace Backtest;

/// <summary>
/// The vortex indicator: the sums of the distances from each low to the next high and from each high to the next low, as shares of the sum of true
/// ranges. Ready at the bar after the <c>period</c>-th. Both 1 where nothing has moved.
/// </summary>
/// <remarks>E. Botes and D. Siepman, The Vortex Indicator, Stocks and Commodities 28:1, 2010.</remarks>
public sealed partial class Vortex : IBarIndicator<VortexValue>
{
    private MovingMean _plus;
    private MovingMean _minus;
    private MovingMean _range;
    private double _previousHigh;
    private double _previousLow;
    private double _previousClose = double.NaN;

    /// <summary>The vortex indicator.</summary>
    /// <param name="period">Number of bars; at least 1. Usually 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public Vortex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _plus = new MovingMean(period);
        _minus = new MovingMean(period);
        _range = new MovingMean(period);
    }

    /// <inheritdoc/>
    public bool IsReady => _range.IsReady;

    /// <inheritdoc/>
    public VortexValue Undefined => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public VortexValue Update(BarEvent bar)
    {
        VortexValue value = !double.IsFinite(_previousClose) ? Undefined : Compare(bar.High, bar.Low);
        _previousHigh = bar.High;
        _previousLow = bar.Low;
        _previousClose = bar.Close;
        return value;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _plus.Reset();
        _minus.Reset();
        _range.Reset();
        _previousClose = double.NaN;
    }

    private VortexValue Compare(double high, double low)
    {
        double plus = _plus.Update(Math.Abs(high - _previousLow));
        double minus = _minus.Update(Math.Abs(low - _previousHigh));
        double range = _range.Update(TrueRange.Of(high, low, _previousClose));
        return range == 0 ? new VortexValue(1, 1) : new VortexValue(plus / range, minus / range);
    }
}

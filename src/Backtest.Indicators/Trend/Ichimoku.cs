namespace Backtest;

/// <summary>
/// Ichimoku kinko hyo: middles of three ranges, two of them displaced into the future as a cloud. The value at a bar has the cloud over that bar,
/// which was known a displacement ago. Ready once the longest range and then the displacement have passed.
/// </summary>
/// <remarks>
/// G. Hosoda, 1969: 9, 26 and 52 bars, displaced by 26, of which the bar itself is the first. So the cloud over a bar is that of 25 bars ago, as on
/// most charts. Programs that do not count the bar itself show that of 26 bars ago, a displacement of 27 here.
/// </remarks>
public sealed partial class Ichimoku : IBarIndicator<IchimokuValue>
{
    private MovingExtremes _conversion;
    private MovingExtremes _base;
    private MovingExtremes _span;
    private LastValues _spanA;
    private LastValues _spanB;

    /// <summary>Ichimoku kinko hyo.</summary>
    /// <param name="conversion">Period of the conversion line; at least 1. Hosoda's is 9.</param>
    /// <param name="baseline">Period of the base line; at least 1. Hosoda's is 26.</param>
    /// <param name="span">Period of span B; at least 1. Hosoda's is 52.</param>
    /// <param name="displacement">
    /// How many bars the cloud is moved forward and the lagging span back, the bar itself included; at least 1, which moves nothing. Hosoda's is 26.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public Ichimoku(int conversion, int baseline, int span, int displacement)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(conversion, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(displacement, 1);
        _conversion = new MovingExtremes(conversion);
        _base = new MovingExtremes(baseline);
        _span = new MovingExtremes(span);
        _spanA = new LastValues(displacement);
        _spanB = new LastValues(displacement);
    }

    /// <inheritdoc/>
    public bool IsReady => _spanB.IsReady;

    /// <inheritdoc/>
    public IchimokuValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public IchimokuValue Update(BarEvent bar)
    {
        double high = bar.High;
        double low = bar.Low;
        _conversion.Update(high, low);
        _base.Update(high, low);
        _span.Update(high, low);
        if (!_conversion.IsReady || !_base.IsReady || !_span.IsReady)
            return Undefined;
        _spanA.Add((_conversion.Middle + _base.Middle) / 2);
        _spanB.Add(_span.Middle);
        return _spanB.IsReady
            ? new IchimokuValue(_conversion.Middle, _base.Middle, _spanA.Values[0], _spanB.Values[0], bar.Close)
            : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _conversion.Reset();
        _base.Reset();
        _span.Reset();
        _spanA.Reset();
        _spanB.Reset();
    }
}

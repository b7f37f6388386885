namespace Backtest;

/// <summary>
/// Fractals: highs above, and lows below, those of some bars on either side, known when the last of these has closed. Ready once there was one of
/// each kind; the prices decide when.
/// </summary>
/// <remarks>B. Williams, Trading Chaos, 1995. A high that others equal does not count.</remarks>
public sealed partial class Fractals : IBarIndicator<FractalValue>
{
    private readonly int _wing;
    private MovingExtremes _newer;
    private Delay _olderHigh;
    private Delay _olderLow;
    private Delay _highs;
    private Delay _lows;
    private FractalValue _last;

    /// <summary>Fractals.</summary>
    /// <param name="wing">How many bars on either side; at least 1. Williams' is 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The wing is below 1.</exception>
    public Fractals(int wing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wing, 1);
        _wing = wing;
        _newer = new MovingExtremes(wing);
        _olderHigh = new Delay(wing + 1);
        _olderLow = new Delay(wing + 1);
        _highs = new Delay(wing);
        _lows = new Delay(wing);
        _last = Undefined;
    }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public FractalValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public FractalValue Update(BarEvent bar)
    {
        if (!double.IsFinite(bar.High - bar.Low))
        {
            Restart();
            return Undefined;
        }

        _newer.Update(bar.High, bar.Low);
        double high = _highs.Update(bar.High);
        double low = _lows.Update(bar.Low);
        double olderHigh = _olderHigh.Update(_newer.Highest);
        double olderLow = _olderLow.Update(_newer.Lowest);
        _last = _last with { HighBars = _last.HighBars + 1, LowBars = _last.LowBars + 1 };
        if (high > olderHigh && high > _newer.Highest)
            _last = _last with { High = high, HighBars = _wing };
        if (low < olderLow && low < _newer.Lowest)
            _last = _last with { Low = low, LowBars = _wing };
        bool isDefined = !double.IsNaN(_last.High + _last.Low);
        IsReady |= isDefined;
        return isDefined ? _last : Undefined;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Restart();
        IsReady = false;
    }

    private void Restart()
    {
        _newer.Reset();
        _olderHigh.Reset();
        _olderLow.Reset();
        _highs.Reset();
        _lows.Reset();
        _last = Undefined;
    }
}

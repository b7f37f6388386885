namespace Backtest;

/// <summary>
/// The running total of how far each close is above the true low on a rise, and below the true high on a fall, in the price's unit; the
/// true range reaches to the close before. From zero at the first bar. Ready at the second bar.
/// </summary>
/// <remarks>
/// L. Williams, How I Made One Million Dollars … Last Year … Trading Commodities, 1973. Its level depends on where the data begins; its
/// direction does not.
/// </remarks>
public sealed partial class WilliamsAccumulationDistribution : IBarIndicator<double>
{
    private CompensatedSum _total;
    private double _previousClose = double.NaN;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        double previous = _previousClose;
        double close = bar.Close;
        _previousClose = close;
        if (!double.IsFinite(previous))
            return double.NaN;
        IsReady = true;
        if (close > previous)
            return _total.Add(close - Math.Min(bar.Low, previous));
        if (!double.IsFinite(close))
            return _total.Add(close);
        return _total.Add(close < previous ? close - Math.Max(bar.High, previous) : 0);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _total = default;
        _previousClose = double.NaN;
        IsReady = false;
    }
}

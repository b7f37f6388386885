namespace Backtest;

/// <summary>
/// Heikin-Ashi, the mean bar: it opens in the middle of the candle before and closes at the mean of its own four prices. The first opens in
/// the middle of its bar's body. Ready at the first bar.
/// </summary>
/// <remarks>D. Valcu, Using the Heikin-Ashi Technique, Stocks and Commodities 22:2, 2004.</remarks>
public sealed partial class HeikinAshi : IBarIndicator<HeikinAshiValue>
{
    private double _middle = double.NaN;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public HeikinAshiValue Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public HeikinAshiValue Update(BarEvent bar)
    {
        double close = (bar.Open + bar.High + bar.Low + bar.Close) / 4;
        double open = double.IsFinite(_middle) ? _middle : (bar.Open + bar.Close) / 2;
        _middle = (open + close) / 2;
        IsReady = true;
        return new HeikinAshiValue(open, Math.Max(bar.High, Math.Max(open, close)), Math.Min(bar.Low, Math.Min(open, close)), close);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _middle = double.NaN;
        IsReady = false;
    }
}

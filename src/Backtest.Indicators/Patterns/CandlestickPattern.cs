namespace Backtest;

/// <summary>
/// A shape of one to five candles: 1 if it is present and points up, −1 if it is present and points down, 0 if it is absent. Ready when ten bars have
/// come before its candles.
/// </summary>
/// <remarks>
/// S. Nison, Japanese Candlestick Charting Techniques, 1991, draws the shapes; what is long or short in them is measured as in TA-Lib (M. Fortier,
/// 1999): a body is long or short compared with the mean body of the ten bars before it; a body makes a doji, and a shadow counts as none, below a
/// tenth of their mean range; prices are equal, near or far within 5%, 20% or 60% of the mean range of the five bars before. A shape alone says
/// nothing about the trend it appears in, which Nison also requires: use another indicator for that.
/// </remarks>
public abstract partial class CandlestickPattern : IBarIndicator<double>
{
    private readonly CandleWindow _window = new();
    private readonly int _needed;

    private protected CandlestickPattern(int candles) => _needed = CandleWindow.Usual + candles;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public double Undefined => double.NaN;

    /// <inheritdoc/>
    public double Update(BarEvent bar)
    {
        if (!double.IsFinite(bar.Open + bar.Close + (bar.High - bar.Low)))
        {
            _window.Reset();
            return double.NaN;
        }

        _window.Add(bar);
        if (_window.Count < _needed)
            return double.NaN;
        IsReady = true;
        return Match(_window);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _window.Reset();
        IsReady = false;
    }

    /// <summary>Whether the shape is present: 1, −1 or 0.</summary>
    private protected abstract int Match(CandleWindow candles);
}

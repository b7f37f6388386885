namespace Backtest;

/// <summary>An engulfing pattern: a body around the whole body before it, of the other color. It points in the direction of the second.</summary>
public sealed class Engulfing : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public Engulfing()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first.Color != second.Color && second.Engulfs(first) ? second.Color : 0;
    }
}

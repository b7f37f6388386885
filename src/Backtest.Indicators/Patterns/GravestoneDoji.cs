namespace Backtest;

/// <summary>A gravestone doji: open and close at the low, a shadow above. It points down.</summary>
public sealed class GravestoneDoji : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public GravestoneDoji()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle candle = ref candles[0];
        return candle.IsDoji && candle.IsShavenBottom && candle.Exceeds(candle.UpperShadow, candle.Trifle) ? -1 : 0;
    }
}

namespace Backtest;

/// <summary>A dragonfly doji: open and close at the high, a shadow below. It points up.</summary>
public sealed class DragonflyDoji : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public DragonflyDoji()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle candle = ref candles[0];
        return candle.IsDoji && candle.IsShavenHead && candle.Exceeds(candle.LowerShadow, candle.Trifle) ? 1 : 0;
    }
}

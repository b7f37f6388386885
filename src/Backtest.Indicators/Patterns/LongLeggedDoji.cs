namespace Backtest;

/// <summary>A long-legged doji: a doji with a shadow longer than its body. It has no direction: 1 where it occurs.</summary>
public sealed class LongLeggedDoji : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public LongLeggedDoji()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle candle = ref candles[0];
        return candle.IsDoji && candle.Exceeds(Math.Max(candle.UpperShadow, candle.LowerShadow), candle.Body) ? 1 : 0;
    }
}

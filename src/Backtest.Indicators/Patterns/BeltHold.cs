namespace Backtest;

/// <summary>
/// A belt-hold line: a long body that opened at the end of its range and moved away from it. It points in the direction of its color.
/// </summary>
public sealed class BeltHold : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public BeltHold()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle candle = ref candles[0];
        return candle.IsLong && (candle.IsWhite ? candle.IsShavenBottom : candle.IsShavenHead) ? candle.Color : 0;
    }
}

namespace Backtest;

/// <summary>A spinning top: a short body between longer shadows. It points in the direction of its color.</summary>
public sealed class SpinningTop : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public SpinningTop()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle candle = ref candles[0];
        return candle.IsShort && candle.Exceeds(Math.Min(candle.UpperShadow, candle.LowerShadow), candle.Body) ? candle.Color : 0;
    }
}

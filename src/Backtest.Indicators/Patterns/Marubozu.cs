namespace Backtest;

/// <summary>A marubozu: a long body without shadows. It points in the direction of its color.</summary>
public sealed class Marubozu : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public Marubozu()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle candle = ref candles[0];
        return candle.IsMarubozu ? candle.Color : 0;
    }
}

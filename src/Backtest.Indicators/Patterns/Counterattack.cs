namespace Backtest;

/// <summary>Counterattack lines: two long candles of different color with nearly equal closes. It points in the direction of the second.</summary>
public sealed class Counterattack : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public Counterattack()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first.IsLong && second.IsLong && first.Color != second.Color
            && second.IsAtMost(Math.Abs(second.Close - first.Close), first.Equality) ? second.Color : 0;
    }
}

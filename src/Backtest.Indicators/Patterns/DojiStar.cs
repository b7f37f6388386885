namespace Backtest;

/// <summary>A doji star: after a long candle, a doji beyond its body in its direction. It points against the first.</summary>
public sealed class DojiStar : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public DojiStar()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first.IsLong && second.IsDoji && (first.IsWhite ? second.HasBodyAbove(first) : second.HasBodyBelow(first))
            ? -first.Color
            : 0;
    }
}

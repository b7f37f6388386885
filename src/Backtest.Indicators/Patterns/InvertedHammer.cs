namespace Backtest;

/// <summary>
/// An inverted hammer: a short body at the bottom of its range with a longer shadow above, under the body before. It points up.
/// </summary>
public sealed class InvertedHammer : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public InvertedHammer()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return second.IsShort && second.Exceeds(second.UpperShadow, second.Body) && second.IsShavenBottom
            && second.HasBodyBelow(first) ? 1 : 0;
    }
}

namespace Backtest;

/// <summary>
/// A shooting star: a short body at the bottom of its range with a longer shadow above, over the body before. It points down.
/// </summary>
public sealed class ShootingStar : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public ShootingStar()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return second.IsShort && second.Exceeds(second.UpperShadow, second.Body) && second.IsShavenBottom
            && second.HasBodyAbove(first) ? -1 : 0;
    }
}

namespace Backtest;

/// <summary>A hammer: a short body at the top of its range with a longer shadow below, near or under the previous low. It points up.</summary>
public sealed class Hammer : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public Hammer()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return second.IsShort && second.Exceeds(second.LowerShadow, second.Body) && second.IsShavenHead
            && second.IsAtMost(second.Bottom, first.Low + first.Nearness) ? 1 : 0;
    }
}

namespace Backtest;

/// <summary>A hanging man: a short body at the top of its range with a longer shadow below, near or over the previous high. It points down.</summary>
public sealed class HangingMan : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public HangingMan()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return second.IsShort && second.Exceeds(second.LowerShadow, second.Body) && second.IsShavenHead
            && second.IsAtMost(first.High - first.Nearness, second.Bottom) ? -1 : 0;
    }
}

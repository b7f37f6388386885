namespace Backtest;

/// <summary>A dark cloud cover: after a long white candle, a black one from above its high to below the middle of its body. It points down.</summary>
public sealed class DarkCloudCover : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public DarkCloudCover()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first is { IsWhite: true, IsLong: true } && second.IsBlack
            && second.Open > first.High && second.Close > first.Open && second.Exceeds(first.Close - 0.5 * first.Body, second.Close) ? -1 : 0;
    }
}

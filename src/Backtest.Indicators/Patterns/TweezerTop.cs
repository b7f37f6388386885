namespace Backtest;

/// <summary>A tweezer top: a long white candle and a black one whose highs are nearly equal. It points down.</summary>
public sealed class TweezerTop : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public TweezerTop()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first is { IsWhite: true, IsLong: true } && second.IsBlack
            && second.IsAtMost(Math.Abs(second.High - first.High), first.Equality) ? -1 : 0;
    }
}

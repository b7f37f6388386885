namespace Backtest;

/// <summary>A tweezer bottom: a long black candle and a white one whose lows are nearly equal. It points up.</summary>
public sealed class TweezerBottom : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public TweezerBottom()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first is { IsBlack: true, IsLong: true } && second.IsWhite
            && second.IsAtMost(Math.Abs(second.Low - first.Low), first.Equality) ? 1 : 0;
    }
}

namespace Backtest;

/// <summary>A piercing line: after a long black candle, a long white one from below its low to above the middle of its body. It points up.</summary>
public sealed class PiercingLine : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public PiercingLine()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first is { IsBlack: true, IsLong: true } && second is { IsWhite: true, IsLong: true }
            && second.Open < first.Low && second.Close < first.Open && second.Exceeds(second.Close, first.Close + 0.5 * first.Body) ? 1 : 0;
    }
}

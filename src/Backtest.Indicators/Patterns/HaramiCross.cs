namespace Backtest;

/// <summary>A harami cross: within a long body, a doji. It points against the first.</summary>
public sealed class HaramiCross : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public HaramiCross()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first.IsLong && second.IsDoji && first.Engulfs(second) ? -first.Color : 0;
    }
}

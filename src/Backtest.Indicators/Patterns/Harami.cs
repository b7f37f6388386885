namespace Backtest;

/// <summary>A harami: within a long body, a body no longer than usual. It points against the first.</summary>
public sealed class Harami : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public Harami()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first.IsLong && !second.IsLong && first.Engulfs(second) ? -first.Color : 0;
    }
}

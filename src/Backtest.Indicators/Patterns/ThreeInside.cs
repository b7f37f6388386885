namespace Backtest;

/// <summary>
/// Three inside up or down: a harami, and a candle against its first that closes past the first's open. It points in the direction of the third.
/// </summary>
public sealed class ThreeInside : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public ThreeInside()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle second = ref candles[1];
        ref readonly Candle third = ref candles[0];
        bool isHarami = first.IsLong && !second.IsLong && first.Engulfs(second);
        if (!isHarami || first.Color == third.Color)
            return 0;
        return third.IsWhite ? (third.Close > first.Open ? 1 : 0) : (third.Close < first.Open ? -1 : 0);
    }
}

namespace Backtest;

/// <summary>
/// An abandoned baby: a long candle, a doji away from it including the shadows, and, as far from the doji, a long candle of the other color well back
/// into the first, by 30% of its body. It points in the direction of the third.
/// </summary>
public sealed class AbandonedBaby : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public AbandonedBaby()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle second = ref candles[1];
        ref readonly Candle third = ref candles[0];
        if (!first.IsLong || !second.IsDoji || !third.IsLong || first.Color == third.Color)
            return 0;
        bool isThere = third.IsWhite
            ? second.IsBelow(first) && third.IsAbove(second) && third.Exceeds(third.Close, first.Close + 0.3 * first.Body)
            : second.IsAbove(first) && third.IsBelow(second) && third.Exceeds(first.Close - 0.3 * first.Body, third.Close);
        return isThere ? third.Color : 0;
    }
}

namespace Backtest;

/// <summary>
/// A tasuki gap: a body away from the one before, and against it one of near the same length that opens within it and closes in the gap. It points in
/// the direction of the gap.
/// </summary>
public sealed class TasukiGap : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public TasukiGap()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle second = ref candles[1];
        ref readonly Candle third = ref candles[0];
        if (second.Color == third.Color || third.IsAtMost(second.Nearness, Math.Abs(third.Body - second.Body))
            || third.Open <= second.Bottom || third.Open >= second.Top)
            return 0;
        bool isThere = second.IsWhite
            ? second.HasBodyAbove(first) && third.Close < second.Open && third.Close > first.Top
            : second.HasBodyBelow(first) && third.Close > second.Open && third.Close < first.Bottom;
        return isThere ? second.Color : 0;
    }
}

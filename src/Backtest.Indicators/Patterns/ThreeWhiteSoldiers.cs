namespace Backtest;

/// <summary>
/// Three white soldiers: three white candles, each closing higher and at its high; the later ones open within or near the body before and are not far
/// shorter than it, and the last is a long one. It points up.
/// </summary>
public sealed class ThreeWhiteSoldiers : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public ThreeWhiteSoldiers()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle second = ref candles[1];
        ref readonly Candle third = ref candles[0];
        return first is { IsWhite: true, IsShavenHead: true } && third.IsLong
            && Follows(second, first) && Follows(third, second) ? 1 : 0;
    }

    private static bool Follows(in Candle candle, in Candle before) =>
        candle is { IsWhite: true, IsShavenHead: true } && candle.Close > before.Close
            && candle.Open > before.Open && candle.IsAtMost(candle.Open, before.Close + before.Nearness)
            && candle.Exceeds(candle.Body, before.Body - before.Farness);
}

namespace Backtest;

/// <summary>What morning and evening stars share: everything but the size of the star itself.</summary>
internal static class Star
{
    // How far into the first body the third candle closes.
    private const double Penetration = 0.3;

    /// <summary>A long black candle, a body under it, and a long white candle that closes well into the first.</summary>
    public static bool IsMorning(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle third = ref candles[0];
        return first.IsBlack && first.IsLong && candles[1].HasBodyBelow(first)
            && third.IsWhite && third.IsLong && third.Exceeds(third.Close, first.Close + Penetration * first.Body);
    }

    /// <summary>A long white candle, a body over it, and a long black candle that closes well into the first.</summary>
    public static bool IsEvening(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle third = ref candles[0];
        return first.IsWhite && first.IsLong && candles[1].HasBodyAbove(first)
            && third.IsBlack && third.IsLong && third.Exceeds(first.Close - Penetration * first.Body, third.Close);
    }
}

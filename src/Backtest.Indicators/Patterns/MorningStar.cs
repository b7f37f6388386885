namespace Backtest;

/// <summary>
/// A morning star: a long black candle, a body no longer than usual under it, and a long white candle that closes well into the first, by 30% of its
/// body. It points up.
/// </summary>
public sealed class MorningStar : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public MorningStar()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles) =>
        !candles[1].IsLong && Star.IsMorning(candles) ? 1 : 0;
}

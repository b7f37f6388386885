namespace Backtest;

/// <summary>
/// An evening star: a long white candle, a body no longer than usual over it, and a long black candle that closes well into the first, by 30% of its
/// body. It points down.
/// </summary>
public sealed class EveningStar : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public EveningStar()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles) =>
        !candles[1].IsLong && Star.IsEvening(candles) ? -1 : 0;
}

namespace Backtest;

/// <summary>A morning doji star: a morning star whose middle is a doji. It points up.</summary>
public sealed class MorningDojiStar : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public MorningDojiStar()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles) =>
        candles[1].IsDoji && Star.IsMorning(candles) ? 1 : 0;
}

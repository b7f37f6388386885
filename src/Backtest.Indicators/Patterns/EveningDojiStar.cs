namespace Backtest;

/// <summary>An evening doji star: an evening star whose middle is a doji. It points down.</summary>
public sealed class EveningDojiStar : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public EveningDojiStar()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles) =>
        candles[1].IsDoji && Star.IsEvening(candles) ? -1 : 0;
}

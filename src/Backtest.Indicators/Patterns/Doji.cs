namespace Backtest;

/// <summary>A doji: open and close are as good as one. It points nowhere: 1 where it is there.</summary>
public sealed class Doji : CandlestickPattern
{
    /// <summary>A pattern of one candle.</summary>
    public Doji()
        : base(1)
    {
    }

    private protected override int Match(CandleWindow candles) =>
        candles[0].IsDoji ? 1 : 0;
}

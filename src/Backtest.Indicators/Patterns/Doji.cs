namespace Backtest;

/// <summary>A doji: open and close are nearly equal. It has no direction: 1 where it occurs.</summary>
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

namespace Backtest;

/// <summary>Three outside up or down: an engulfing pattern, and a close further in its direction. It points in the direction of the second.</summary>
public sealed class ThreeOutside : CandlestickPattern
{
    /// <summary>A pattern of three candles.</summary>
    public ThreeOutside()
        : base(3)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[2];
        ref readonly Candle second = ref candles[1];
        ref readonly Candle third = ref candles[0];
        bool isEngulfing = first.Color != second.Color && second.Engulfs(first);
        bool goesOn = second.IsWhite ? third.Close > second.Close : third.Close < second.Close;
        return isEngulfing && goesOn ? second.Color : 0;
    }
}

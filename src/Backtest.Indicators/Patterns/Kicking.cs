namespace Backtest;

/// <summary>
/// A kicking pattern: two marubozus of different color, the second away from the first with a gap. It points in the direction of the second.
/// </summary>
public sealed class Kicking : CandlestickPattern
{
    /// <summary>A pattern of two candles.</summary>
    public Kicking()
        : base(2)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[1];
        ref readonly Candle second = ref candles[0];
        return first.IsMarubozu && second.IsMarubozu && first.Color != second.Color
            && (second.IsWhite ? second.IsAbove(first) : second.IsBelow(first)) ? second.Color : 0;
    }
}

namespace Backtest;

/// <summary>
/// Rising or falling three methods: a long candle, three short ones against it that reach into its range, and a long candle in its direction that
/// closes past it. It points in the direction of the first.
/// </summary>
public sealed class ThreeMethods : CandlestickPattern
{
    /// <summary>A pattern of five candles.</summary>
    public ThreeMethods()
        : base(5)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle first = ref candles[4];
        ref readonly Candle last = ref candles[0];
        int color = first.Color;
        bool isThere = first.IsLong && last.IsLong && last.Color == color
            && IsRest(candles[3], first) && IsRest(candles[2], first) && IsRest(candles[1], first)
            && candles[2].Close * color < candles[3].Close * color && candles[1].Close * color < candles[2].Close * color
            && last.Open * color > candles[1].Close * color && last.Close * color > first.Close * color;
        return isThere ? color : 0;
    }

    private static bool IsRest(in Candle candle, in Candle first) =>
        candle.IsShort && candle.Color != first.Color && candle.Bottom < first.High && candle.Top > first.Low;
}

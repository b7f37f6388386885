namespace Backtest;

/// <summary>
/// Three black crows: after a white candle, three black ones, each closing lower and at its low; the later ones open within the body before, and the
/// first closes under the white one's high. It points down.
/// </summary>
public sealed class ThreeBlackCrows : CandlestickPattern
{
    /// <summary>A pattern of four candles.</summary>
    public ThreeBlackCrows()
        : base(4)
    {
    }

    private protected override int Match(CandleWindow candles)
    {
        ref readonly Candle white = ref candles[3];
        ref readonly Candle first = ref candles[2];
        ref readonly Candle second = ref candles[1];
        return white.IsWhite && first is { IsBlack: true, IsShavenBottom: true } && first.Close < white.High
            && Follows(second, first) && Follows(candles[0], second) ? -1 : 0;
    }

    private static bool Follows(in Candle candle, in Candle before) =>
        candle is { IsBlack: true, IsShavenBottom: true } && candle.Close < before.Close
            && candle.Open < before.Open && candle.Open > before.Close;
}

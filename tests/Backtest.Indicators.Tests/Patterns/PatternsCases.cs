namespace Backtest.Tests;

/// <summary>The candlestick patterns that the laws are tested on.</summary>
internal static class PatternsCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        Of(Indicators.Doji, candles: 1) with { AtRest = _ => [1] },
        Of(Indicators.DragonflyDoji, candles: 1),
        Of(Indicators.GravestoneDoji, candles: 1),
        Of(Indicators.LongLeggedDoji, candles: 1),
        Of(Indicators.SpinningTop, candles: 1),
        Of(Indicators.Marubozu, candles: 1),
        Of(Indicators.BeltHold, candles: 1),
        Of(Indicators.Hammer, candles: 2),
        Of(Indicators.HangingMan, candles: 2),
        Of(Indicators.InvertedHammer, candles: 2),
        Of(Indicators.ShootingStar, candles: 2),
        Of(Indicators.Engulfing, candles: 2),
        Of(Indicators.Harami, candles: 2),
        Of(Indicators.HaramiCross, candles: 2),
        Of(Indicators.PiercingLine, candles: 2),
        Of(Indicators.DarkCloudCover, candles: 2),
        Of(Indicators.Kicking, candles: 2),
        Of(Indicators.DojiStar, candles: 2),
        Of(Indicators.Counterattack, candles: 2),
        Of(Indicators.TweezerTop, candles: 2),
        Of(Indicators.TweezerBottom, candles: 2),
        Of(Indicators.MorningStar, candles: 3),
        Of(Indicators.EveningStar, candles: 3),
        Of(Indicators.MorningDojiStar, candles: 3),
        Of(Indicators.EveningDojiStar, candles: 3),
        Of(Indicators.AbandonedBaby, candles: 3),
        Of(Indicators.ThreeWhiteSoldiers, candles: 3),
        Of(Indicators.ThreeBlackCrows, candles: 4),
        Of(Indicators.ThreeInside, candles: 3),
        Of(Indicators.ThreeOutside, candles: 3),
        Of(Indicators.TasukiGap, candles: 3),
        Of(Indicators.ThreeMethods, candles: 5),
    ];

    private static IndicatorCase Of(Func<IndicatorSpec> specify, int candles) => new()
    {
        Specify = _ => specify(),
        Batch = Batch.Pattern(specify().Indicator.Name),
        FirstDefined = _ => 9 + candles,
        AtRest = _ => [0],
        IsWindowed = true,
        Memory = _ => 10 + candles,
    };
}

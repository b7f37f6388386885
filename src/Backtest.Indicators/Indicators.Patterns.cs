namespace Backtest;

public static partial class Indicators
{
    /// <summary>Open and close nearly equal: <see cref="Backtest.Doji"/>.</summary>
    public static IndicatorSpec Doji() => IndicatorSpec.Bars<Doji, double>(() => new Doji());

    /// <summary>A doji at the high of its bar: <see cref="Backtest.DragonflyDoji"/>.</summary>
    public static IndicatorSpec DragonflyDoji() => IndicatorSpec.Bars<DragonflyDoji, double>(() => new DragonflyDoji());

    /// <summary>A doji at the low of its bar: <see cref="Backtest.GravestoneDoji"/>.</summary>
    public static IndicatorSpec GravestoneDoji() => IndicatorSpec.Bars<GravestoneDoji, double>(() => new GravestoneDoji());

    /// <summary>A doji with a long shadow: <see cref="Backtest.LongLeggedDoji"/>.</summary>
    public static IndicatorSpec LongLeggedDoji() => IndicatorSpec.Bars<LongLeggedDoji, double>(() => new LongLeggedDoji());

    /// <summary>A short body between longer shadows: <see cref="Backtest.SpinningTop"/>.</summary>
    public static IndicatorSpec SpinningTop() => IndicatorSpec.Bars<SpinningTop, double>(() => new SpinningTop());

    /// <summary>A long body without shadows: <see cref="Backtest.Marubozu"/>.</summary>
    public static IndicatorSpec Marubozu() => IndicatorSpec.Bars<Marubozu, double>(() => new Marubozu());

    /// <summary>A long body from the end of its range: <see cref="Backtest.BeltHold"/>.</summary>
    public static IndicatorSpec BeltHold() => IndicatorSpec.Bars<BeltHold, double>(() => new BeltHold());

    /// <summary>A short body over a long shadow, at the low before: <see cref="Backtest.Hammer"/>.</summary>
    public static IndicatorSpec Hammer() => IndicatorSpec.Bars<Hammer, double>(() => new Hammer());

    /// <summary>A short body over a long shadow, at the high before: <see cref="Backtest.HangingMan"/>.</summary>
    public static IndicatorSpec HangingMan() => IndicatorSpec.Bars<HangingMan, double>(() => new HangingMan());

    /// <summary>A short body under a long shadow, below the body before: <see cref="Backtest.InvertedHammer"/>.</summary>
    public static IndicatorSpec InvertedHammer() => IndicatorSpec.Bars<InvertedHammer, double>(() => new InvertedHammer());

    /// <summary>A short body under a long shadow, above the body before: <see cref="Backtest.ShootingStar"/>.</summary>
    public static IndicatorSpec ShootingStar() => IndicatorSpec.Bars<ShootingStar, double>(() => new ShootingStar());

    /// <summary>A body around the one before, of the other color: <see cref="Backtest.Engulfing"/>.</summary>
    public static IndicatorSpec Engulfing() => IndicatorSpec.Bars<Engulfing, double>(() => new Engulfing());

    /// <summary>A small body within a long one: <see cref="Backtest.Harami"/>.</summary>
    public static IndicatorSpec Harami() => IndicatorSpec.Bars<Harami, double>(() => new Harami());

    /// <summary>A doji within a long body: <see cref="Backtest.HaramiCross"/>.</summary>
    public static IndicatorSpec HaramiCross() => IndicatorSpec.Bars<HaramiCross, double>(() => new HaramiCross());

    /// <summary>White into a long black body, past its middle: <see cref="Backtest.PiercingLine"/>.</summary>
    public static IndicatorSpec PiercingLine() => IndicatorSpec.Bars<PiercingLine, double>(() => new PiercingLine());

    /// <summary>Black into a long white body, past its middle: <see cref="Backtest.DarkCloudCover"/>.</summary>
    public static IndicatorSpec DarkCloudCover() => IndicatorSpec.Bars<DarkCloudCover, double>(() => new DarkCloudCover());

    /// <summary>Two marubozus with a gap between: <see cref="Backtest.Kicking"/>.</summary>
    public static IndicatorSpec Kicking() => IndicatorSpec.Bars<Kicking, double>(() => new Kicking());

    /// <summary>A doji away from a long body: <see cref="Backtest.DojiStar"/>.</summary>
    public static IndicatorSpec DojiStar() => IndicatorSpec.Bars<DojiStar, double>(() => new DojiStar());

    /// <summary>Two long bodies of different color, closing equal: <see cref="Backtest.Counterattack"/>.</summary>
    public static IndicatorSpec Counterattack() => IndicatorSpec.Bars<Counterattack, double>(() => new Counterattack());

    /// <summary>White and black with equal highs: <see cref="Backtest.TweezerTop"/>.</summary>
    public static IndicatorSpec TweezerTop() => IndicatorSpec.Bars<TweezerTop, double>(() => new TweezerTop());

    /// <summary>Black and white with equal lows: <see cref="Backtest.TweezerBottom"/>.</summary>
    public static IndicatorSpec TweezerBottom() => IndicatorSpec.Bars<TweezerBottom, double>(() => new TweezerBottom());

    /// <summary>Black, a small body under it, white back into the first: <see cref="Backtest.MorningStar"/>.</summary>
    public static IndicatorSpec MorningStar() => IndicatorSpec.Bars<MorningStar, double>(() => new MorningStar());

    /// <summary>White, a small body over it, black back into the first: <see cref="Backtest.EveningStar"/>.</summary>
    public static IndicatorSpec EveningStar() => IndicatorSpec.Bars<EveningStar, double>(() => new EveningStar());

    /// <summary>A morning star whose middle is a doji: <see cref="Backtest.MorningDojiStar"/>.</summary>
    public static IndicatorSpec MorningDojiStar() => IndicatorSpec.Bars<MorningDojiStar, double>(() => new MorningDojiStar());

    /// <summary>An evening star whose middle is a doji: <see cref="Backtest.EveningDojiStar"/>.</summary>
    public static IndicatorSpec EveningDojiStar() => IndicatorSpec.Bars<EveningDojiStar, double>(() => new EveningDojiStar());

    /// <summary>A doji with gaps before and after it: <see cref="Backtest.AbandonedBaby"/>.</summary>
    public static IndicatorSpec AbandonedBaby() => IndicatorSpec.Bars<AbandonedBaby, double>(() => new AbandonedBaby());

    /// <summary>Three white bodies, each higher: <see cref="Backtest.ThreeWhiteSoldiers"/>.</summary>
    public static IndicatorSpec ThreeWhiteSoldiers() => IndicatorSpec.Bars<ThreeWhiteSoldiers, double>(() => new ThreeWhiteSoldiers());

    /// <summary>Three black bodies, each lower: <see cref="Backtest.ThreeBlackCrows"/>.</summary>
    public static IndicatorSpec ThreeBlackCrows() => IndicatorSpec.Bars<ThreeBlackCrows, double>(() => new ThreeBlackCrows());

    /// <summary>A harami, confirmed: <see cref="Backtest.ThreeInside"/>.</summary>
    public static IndicatorSpec ThreeInside() => IndicatorSpec.Bars<ThreeInside, double>(() => new ThreeInside());

    /// <summary>An engulfing pattern, confirmed: <see cref="Backtest.ThreeOutside"/>.</summary>
    public static IndicatorSpec ThreeOutside() => IndicatorSpec.Bars<ThreeOutside, double>(() => new ThreeOutside());

    /// <summary>A gap that a third candle does not close: <see cref="Backtest.TasukiGap"/>.</summary>
    public static IndicatorSpec TasukiGap() => IndicatorSpec.Bars<TasukiGap, double>(() => new TasukiGap());

    /// <summary>Three short bodies between two long ones: <see cref="Backtest.ThreeMethods"/>.</summary>
    public static IndicatorSpec ThreeMethods() => IndicatorSpec.Bars<ThreeMethods, double>(() => new ThreeMethods());
}

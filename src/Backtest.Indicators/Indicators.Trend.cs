namespace Backtest;

public static partial class Indicators
{
    /// <summary>
    /// The mean of the average directional index and of its value a period ago, of whole bars: <see cref="AverageDirectionalRating"/>.
    /// </summary>
    public static IndicatorSpec Adxr(int period = 14) =>
        IndicatorSpec.Bars<AverageDirectionalRating, double>(() => new AverageDirectionalRating(period), period);

    /// <summary>The parabolic stop and reversal, of whole bars: <see cref="ParabolicSar"/>.</summary>
    public static IndicatorSpec Sar(
        double step = 0.02, double maximum = 0.2, StopReversal reversal = StopReversal.Touched) =>
        IndicatorSpec.Bars<ParabolicSar, StopValue>(
            () => new ParabolicSar(step, maximum, reversal), step, maximum, (int)reversal);

    /// <summary>The supertrend, of whole bars: <see cref="Backtest.SuperTrend"/>.</summary>
    public static IndicatorSpec SuperTrend(int period = 10, double multiple = 3) =>
        IndicatorSpec.Bars<SuperTrend, StopValue>(() => new SuperTrend(period, multiple), period, multiple);

    /// <summary>Ichimoku kinko hyo, of whole bars: <see cref="Backtest.Ichimoku"/>.</summary>
    public static IndicatorSpec Ichimoku(int conversion = 9, int baseline = 26, int span = 52, int displacement = 26) =>
        IndicatorSpec.Bars<Ichimoku, IchimokuValue>(
            () => new Ichimoku(conversion, baseline, span, displacement), conversion, baseline, span, displacement);

    /// <summary>The vortex indicator, of whole bars: <see cref="Backtest.Vortex"/>.</summary>
    public static IndicatorSpec Vortex(int period = 14) =>
        IndicatorSpec.Bars<Vortex, VortexValue>(() => new Vortex(period), period);

    /// <summary>Stops that hang from the extremes, of whole bars: <see cref="ChandelierExit"/>.</summary>
    public static IndicatorSpec Chandelier(int period = 22, double multiple = 3) =>
        IndicatorSpec.Bars<ChandelierExit, ChandelierValue>(() => new ChandelierExit(period, multiple), period, multiple);
}

namespace Backtest;

public static partial class Indicators
{
    /// <summary>The highest of the last values: <see cref="Backtest.Highest"/>.</summary>
    public static IndicatorSpec Highest(int period = 20) =>
        IndicatorSpec.Series<Highest, double>(() => new Highest(period), period);

    /// <summary>The lowest of the last values: <see cref="Backtest.Lowest"/>.</summary>
    public static IndicatorSpec Lowest(int period = 20) =>
        IndicatorSpec.Series<Lowest, double>(() => new Lowest(period), period);

    /// <summary>A fraction above and below the values it reads, such as a moving average: <see cref="Backtest.Envelope"/>.</summary>
    public static IndicatorSpec Envelope(double fraction = 0.025) =>
        IndicatorSpec.Series<Envelope, ChannelValue>(() => new Envelope(fraction), fraction);

    /// <summary>The Keltner channel, of whole bars: <see cref="KeltnerChannel"/>.</summary>
    public static IndicatorSpec Keltner(int period = 20, int range = 10, double multiple = 2) =>
        IndicatorSpec.Bars<KeltnerChannel, ChannelValue>(() => new KeltnerChannel(period, range, multiple), period, range, multiple)
            .ComposedAs(_ => IndicatorSpec.Pair<ChannelAround, ChannelValue>(() => new ChannelAround(multiple), Ema(period), Atr(range), multiple));
}

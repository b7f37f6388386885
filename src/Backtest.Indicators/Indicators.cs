namespace Backtest;

/// <summary>
/// Specifications of the library's indicators. Equal calls share one computation. Each indicator reads the close unless
/// <see cref="IndicatorSpec.From"/> or <see cref="IndicatorSpec.Of"/> says otherwise, or reads whole bars. Defaults are those of the indicator's
/// author or of common use.
/// </summary>
public static partial class Indicators
{
    /// <summary>The mean of the last <paramref name="period"/> values: <see cref="SimpleMovingAverage"/>.</summary>
    public static IndicatorSpec Sma(int period = 20) =>
        IndicatorSpec.Series<SimpleMovingAverage, double>(() => new SimpleMovingAverage(period), period);

    /// <summary>The exponential moving average: <see cref="ExponentialMovingAverage"/>.</summary>
    public static IndicatorSpec Ema(int period = 20) =>
        IndicatorSpec.Series<ExponentialMovingAverage, double>(() => new ExponentialMovingAverage(period), period);

    /// <summary>Wilder's smoothing: <see cref="WilderAverage"/>.</summary>
    public static IndicatorSpec Wilder(int period = 14) =>
        IndicatorSpec.Series<WilderAverage, double>(() => new WilderAverage(period), period);

    /// <summary>The change over <paramref name="period"/> values as a fraction: <see cref="RateOfChange"/>.</summary>
    public static IndicatorSpec Roc(int period = 10) =>
        IndicatorSpec.Series<RateOfChange, double>(() => new RateOfChange(period), period);

    /// <summary>The relative strength index, from 0 to 100: <see cref="RelativeStrengthIndex"/>.</summary>
    public static IndicatorSpec Rsi(int period = 14) =>
        IndicatorSpec.Series<RelativeStrengthIndex, double>(() => new RelativeStrengthIndex(period), period);

    /// <summary>The logarithm of each value over the one before: <see cref="Backtest.LogReturn"/>.</summary>
    public static IndicatorSpec LogReturn() =>
        IndicatorSpec.Series<LogReturn, double>(() => new LogReturn());

    /// <summary>The average true range, of whole bars: <see cref="AverageTrueRange"/>.</summary>
    public static IndicatorSpec Atr(int period = 14) =>
        IndicatorSpec.Bars<AverageTrueRange, double>(() => new AverageTrueRange(period), period);

    /// <summary>The sample deviation of <paramref name="period"/> simple returns: <see cref="Backtest.ReturnVolatility"/>.</summary>
    public static IndicatorSpec ReturnVolatility(int period = 20) =>
        IndicatorSpec.Series<ReturnVolatility, double>(() => new ReturnVolatility(period), period);

    /// <summary>The directional movement system, of whole bars: <see cref="AverageDirectionalIndex"/>.</summary>
    public static IndicatorSpec Adx(int period = 14) =>
        IndicatorSpec.Bars<AverageDirectionalIndex, DirectionalValue>(() => new AverageDirectionalIndex(period), period);

    /// <summary>The population's standard deviation of the last values: <see cref="Backtest.StandardDeviation"/>.</summary>
    public static IndicatorSpec StandardDeviation(int period = 20) =>
        IndicatorSpec.Series<StandardDeviation, double>(() => new StandardDeviation(period), period);

    /// <summary>The least-squares line through the last values: <see cref="Backtest.LinearRegression"/>.</summary>
    public static IndicatorSpec LinearRegression(int period = 20) =>
        IndicatorSpec.Series<LinearRegression, RegressionValue>(() => new LinearRegression(period), period);

    /// <summary>Bollinger bands: <see cref="BollingerBands"/>.</summary>
    public static IndicatorSpec Bollinger(int period = 20, double deviations = 2) =>
        IndicatorSpec.Series<BollingerBands, BandValue>(() => new BollingerBands(period, deviations), period, deviations)
            .ComposedAs(input => IndicatorSpec.Pair<BandsAround, BandValue>(
                () => new BandsAround(deviations), Sma(period).Of(input), StandardDeviation(period).Of(input), deviations));

    /// <summary>The highest high and the lowest low, of whole bars: <see cref="DonchianChannel"/>.</summary>
    public static IndicatorSpec Donchian(int period = 20) =>
        IndicatorSpec.Bars<DonchianChannel, ChannelValue>(() => new DonchianChannel(period), period);

    /// <summary>An indicator of another package, by its id; running the strategy then needs that package, too.</summary>
    /// <param name="id">The id, or <c>Package.Id/id</c> if two packages have it.</param>
    /// <param name="arguments">The arguments of its constructor, as numbers: 1 for true, an enum as its number.</param>
    public static IndicatorSpec Plugin(string id, params ReadOnlySpan<double> arguments) => new PluginIndicatorSpec(id, arguments);
}

namespace Backtest;

public static partial class Indicators
{
    /// <summary>The average true range as a percentage of the close, of whole bars: <see cref="NormalizedAverageTrueRange"/>.</summary>
    public static IndicatorSpec Natr(int period = 14) =>
        IndicatorSpec.Bars<NormalizedAverageTrueRange, double>(() => new NormalizedAverageTrueRange(period), period)
            .ComposedAs(_ => Combined<PercentageOf>.Of(Atr(period), BarField.Close));

    /// <summary>The yearly sample deviation of logarithmic returns: <see cref="Backtest.HistoricalVolatility"/>.</summary>
    public static IndicatorSpec HistoricalVolatility(int period = 20, double periodsPerYear = 252) =>
        IndicatorSpec.Series<HistoricalVolatility, double>(() => new HistoricalVolatility(period, periodsPerYear), period, periodsPerYear);

    /// <summary>The yearly volatility estimated from ranges, of whole bars: <see cref="ParkinsonVolatility"/>.</summary>
    public static IndicatorSpec Parkinson(int period = 20, double periodsPerYear = 252) =>
        IndicatorSpec.Bars<ParkinsonVolatility, double>(() => new ParkinsonVolatility(period, periodsPerYear), period, periodsPerYear);

    /// <summary>The yearly volatility estimated from ranges and bodies, of whole bars: <see cref="GarmanKlassVolatility"/>.</summary>
    public static IndicatorSpec GarmanKlass(int period = 20, double periodsPerYear = 252) =>
        IndicatorSpec.Bars<GarmanKlassVolatility, double>(() => new GarmanKlassVolatility(period, periodsPerYear), period, periodsPerYear);

    /// <summary>The yearly volatility whatever the drift, of whole bars: <see cref="RogersSatchellVolatility"/>.</summary>
    public static IndicatorSpec RogersSatchell(int period = 20, double periodsPerYear = 252) =>
        IndicatorSpec.Bars<RogersSatchellVolatility, double>(
            () => new RogersSatchellVolatility(period, periodsPerYear), period, periodsPerYear);

    /// <summary>The yearly volatility with gaps, whatever the drift, of whole bars: <see cref="YangZhangVolatility"/>.</summary>
    public static IndicatorSpec YangZhang(int period = 20, double periodsPerYear = 252) =>
        IndicatorSpec.Bars<YangZhangVolatility, double>(() => new YangZhangVolatility(period, periodsPerYear), period, periodsPerYear);

    /// <summary>The percentage by which the smoothed range has widened, of whole bars: <see cref="Backtest.ChaikinVolatility"/>.</summary>
    public static IndicatorSpec ChaikinVolatility(int period = 10, int change = 10) =>
        IndicatorSpec.Bars<ChaikinVolatility, double>(() => new ChaikinVolatility(period, change), period, change);

    /// <summary>The root of the mean squared drawdown, in percent: <see cref="Backtest.UlcerIndex"/>.</summary>
    public static IndicatorSpec UlcerIndex(int period = 14) =>
        IndicatorSpec.Series<UlcerIndex, double>(() => new UlcerIndex(period), period);

    /// <summary>The sum of ratios of smoothed ranges, of whole bars: <see cref="Backtest.MassIndex"/>.</summary>
    public static IndicatorSpec MassIndex(int average = 9, int period = 25) =>
        IndicatorSpec.Bars<MassIndex, double>(() => new MassIndex(average, period), average, period);

    /// <summary>How much the price moved back and forth, of whole bars: <see cref="ChoppinessIndex"/>.</summary>
    public static IndicatorSpec Choppiness(int period = 14) =>
        IndicatorSpec.Bars<ChoppinessIndex, double>(() => new ChoppinessIndex(period), period);
}

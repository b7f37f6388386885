namespace Backtest;

public static partial class Indicators
{
    /// <summary>The smoothed moving average, another name of <see cref="Wilder"/>: the same computation.</summary>
    public static IndicatorSpec Smma(int period = 14) => Wilder(period);

    /// <summary>The linearly weighted moving average: <see cref="WeightedMovingAverage"/>.</summary>
    public static IndicatorSpec Wma(int period = 20) =>
        IndicatorSpec.Series<WeightedMovingAverage, double>(() => new WeightedMovingAverage(period), period);

    /// <summary>The double exponential moving average: <see cref="DoubleExponentialMovingAverage"/>.</summary>
    public static IndicatorSpec Dema(int period = 20) =>
        IndicatorSpec.Series<DoubleExponentialMovingAverage, double>(() => new DoubleExponentialMovingAverage(period), period)
            .ComposedAs(input =>
            {
                IndicatorSpec first = Ema(period).Of(input);
                return Combined<TwiceLess>.Of(first, Ema(period).Of(first));
            });

    /// <summary>The triple exponential moving average: <see cref="TripleExponentialMovingAverage"/>.</summary>
    public static IndicatorSpec Tema(int period = 20) =>
        IndicatorSpec.Series<TripleExponentialMovingAverage, double>(() => new TripleExponentialMovingAverage(period), period)
            .ComposedAs(input =>
            {
                IndicatorSpec first = Ema(period).Of(input);
                IndicatorSpec second = Ema(period).Of(first);
                return Combined<Sum>.Of(Combined<ThriceDifference>.Of(first, second), Ema(period).Of(second));
            });

    /// <summary>Tillson's T3: <see cref="TillsonMovingAverage"/>.</summary>
    public static IndicatorSpec T3(int period = 5, double factor = 0.7) =>
        IndicatorSpec.Series<TillsonMovingAverage, double>(() => new TillsonMovingAverage(period, factor), period, factor);

    /// <summary>The Hull moving average: <see cref="HullMovingAverage"/>.</summary>
    public static IndicatorSpec Hma(int period = 20) =>
        IndicatorSpec.Series<HullMovingAverage, double>(() => new HullMovingAverage(period), period)
            .ComposedAs(input => Wma((int)Math.Sqrt(period)).Of(
                Combined<TwiceLess>.Of(Wma(period / 2).Of(input), Wma(period).Of(input))));

    /// <summary>The triangular moving average: <see cref="TriangularMovingAverage"/>.</summary>
    public static IndicatorSpec Trima(int period = 20) =>
        IndicatorSpec.Series<TriangularMovingAverage, double>(() => new TriangularMovingAverage(period), period)
            .ComposedAs(input => Sma(period / 2 + 1).Of(Sma((period + 1) / 2).Of(input)));

    /// <summary>The zero-lag exponential moving average: <see cref="ZeroLagExponentialMovingAverage"/>.</summary>
    public static IndicatorSpec Zlema(int period = 20) =>
        IndicatorSpec.Series<ZeroLagExponentialMovingAverage, double>(() => new ZeroLagExponentialMovingAverage(period), period);

    /// <summary>The zero-lag indicator, with a gain limit in tenths: <see cref="ErrorCorrectingMovingAverage"/>.</summary>
    public static IndicatorSpec ErrorCorrecting(int period = 20, int gainLimit = 50) =>
        IndicatorSpec.Series<ErrorCorrectingMovingAverage, double>(
            () => new ErrorCorrectingMovingAverage(period, gainLimit), period, gainLimit);

    /// <summary>Kaufman's adaptive moving average: <see cref="KaufmanAdaptiveMovingAverage"/>.</summary>
    public static IndicatorSpec Kama(int period = 10, int fast = 2, int slow = 30) =>
        IndicatorSpec.Series<KaufmanAdaptiveMovingAverage, double>(
            () => new KaufmanAdaptiveMovingAverage(period, fast, slow), period, fast, slow);

    /// <summary>Chande's average that follows momentum: <see cref="VariableIndexDynamicAverage"/>.</summary>
    public static IndicatorSpec Vidya(int period = 12, int momentum = 9) =>
        IndicatorSpec.Series<VariableIndexDynamicAverage, double>(
            () => new VariableIndexDynamicAverage(period, momentum), period, momentum);

    /// <summary>Ehlers' average that follows the fractal dimension, of whole bars: <see cref="FractalAdaptiveMovingAverage"/>.</summary>
    public static IndicatorSpec Frama(int period = 16) =>
        IndicatorSpec.Bars<FractalAdaptiveMovingAverage, double>(() => new FractalAdaptiveMovingAverage(period), period);

    /// <summary>The McGinley dynamic: <see cref="McGinleyDynamic"/>.</summary>
    public static IndicatorSpec McGinley(int period = 14) =>
        IndicatorSpec.Series<McGinleyDynamic, double>(() => new McGinleyDynamic(period), period);

    /// <summary>The mean under a bell curve: <see cref="ArnaudLegouxMovingAverage"/>.</summary>
    public static IndicatorSpec Alma(int period = 9, double offset = 0.85, double sigma = 6) =>
        IndicatorSpec.Series<ArnaudLegouxMovingAverage, double>(
            () => new ArnaudLegouxMovingAverage(period, offset, sigma), period, offset, sigma);

    /// <summary>The mean of closes weighted by volume, of whole bars: <see cref="VolumeWeightedMovingAverage"/>.</summary>
    public static IndicatorSpec Vwma(int period = 20) =>
        IndicatorSpec.Bars<VolumeWeightedMovingAverage, double>(() => new VolumeWeightedMovingAverage(period), period);
}

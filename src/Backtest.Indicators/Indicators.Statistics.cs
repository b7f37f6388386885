namespace Backtest;

public static partial class Indicators
{
    /// <summary>The correlation of two fields or indicators over the last bars: <see cref="Backtest.Correlation"/>.</summary>
    /// <param name="period">Number of bars.</param>
    /// <param name="first">The first series; by default the close.</param>
    /// <param name="second">The second series; by default the volume.</param>
    public static IndicatorSpec Correlation(int period = 20, IndicatorSpec? first = null, IndicatorSpec? second = null) =>
        IndicatorSpec.Pair<Correlation, double>(() => new Correlation(period), first ?? BarField.Close, second ?? BarField.Volume, period);

    /// <summary>How much one field or indicator moves when another moves by one: <see cref="Backtest.Beta"/>.</summary>
    /// <param name="period">Number of returns.</param>
    /// <param name="dependent">The dependent series; by default the close.</param>
    /// <param name="independent">The independent series; by default the volume.</param>
    public static IndicatorSpec Beta(int period = 20, IndicatorSpec? dependent = null, IndicatorSpec? independent = null) =>
        IndicatorSpec.Pair<Beta, double>(() => new Beta(period), dependent ?? BarField.Close, independent ?? BarField.Volume, period);

    /// <summary>How many standard deviations the newest value is above the mean: <see cref="Backtest.ZScore"/>.</summary>
    public static IndicatorSpec ZScore(int period = 20) =>
        IndicatorSpec.Series<ZScore, double>(() => new ZScore(period), period);

    /// <summary>The share of the last values that are below the newest: <see cref="Backtest.PercentRank"/>.</summary>
    public static IndicatorSpec PercentRank(int period = 100) =>
        IndicatorSpec.Series<PercentRank, double>(() => new PercentRank(period), period);

    /// <summary>The middle of the last values in ascending order: <see cref="Backtest.Median"/>.</summary>
    public static IndicatorSpec Median(int period = 20) =>
        IndicatorSpec.Series<Median, double>(() => new Median(period), period);

    /// <summary>How lopsided the last values are: <see cref="Backtest.Skewness"/>.</summary>
    public static IndicatorSpec Skewness(int period = 30) =>
        IndicatorSpec.Series<Skewness, double>(() => new Skewness(period), period);

    /// <summary>The excess kurtosis of the last values: <see cref="Backtest.Kurtosis"/>.</summary>
    public static IndicatorSpec Kurtosis(int period = 30) =>
        IndicatorSpec.Series<Kurtosis, double>(() => new Kurtosis(period), period);

    /// <summary>The correlation of the last values with those before them: <see cref="Backtest.Autocorrelation"/>.</summary>
    public static IndicatorSpec Autocorrelation(int period = 30, int lag = 1) =>
        IndicatorSpec.Series<Autocorrelation, double>(() => new Autocorrelation(period, lag), period, lag);

    /// <summary>How the spread of changes grows with time: <see cref="HurstExponent"/>.</summary>
    public static IndicatorSpec Hurst(int period = 128) =>
        IndicatorSpec.Series<HurstExponent, double>(() => new HurstExponent(period), period);

    /// <summary>How disorderly the last values are, from 0 to 1: <see cref="Backtest.PermutationEntropy"/>.</summary>
    public static IndicatorSpec PermutationEntropy(int period = 30, int order = 3) =>
        IndicatorSpec.Series<PermutationEntropy, double>(() => new PermutationEntropy(period, order), period, order);
}

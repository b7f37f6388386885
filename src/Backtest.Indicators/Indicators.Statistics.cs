namespace Backtest;

public static partial class Indicators
{
    /// <summary>The correlation of two fields over the last bars: <see cref="Backtest.Correlation"/>.</summary>
    public static IndicatorSpec Correlation(int period, BarField first, BarField second) =>
        Correlation(period, IndicatorSpec.Field(first), IndicatorSpec.Field(second));

    /// <summary>The correlation of two indicators over the last bars: <see cref="Backtest.Correlation"/>.</summary>
    public static IndicatorSpec Correlation(int period, IndicatorSpec first, IndicatorSpec second) =>
        IndicatorSpec.Pair<Correlation, double>(() => new Correlation(period), first, second, period);

    /// <summary>The slope of one field's returns against another's: <see cref="Backtest.Beta"/>.</summary>
    public static IndicatorSpec Beta(int period, BarField dependent, BarField independent) =>
        Beta(period, IndicatorSpec.Field(dependent), IndicatorSpec.Field(independent));

    /// <summary>How much one indicator moves when another moves by one: <see cref="Backtest.Beta"/>.</summary>
    public static IndicatorSpec Beta(int period, IndicatorSpec dependent, IndicatorSpec independent) =>
        IndicatorSpec.Pair<Beta, double>(() => new Beta(period), dependent, independent, period);

    /// <summary>How many standard deviations the newest value is above the mean: <see cref="Backtest.ZScore"/>.</summary>
    public static IndicatorSpec ZScore(int period) =>
        IndicatorSpec.Series<ZScore, double>(() => new ZScore(period), period);

    /// <summary>The share of the last values that are below the newest: <see cref="Backtest.PercentRank"/>.</summary>
    public static IndicatorSpec PercentRank(int period) =>
        IndicatorSpec.Series<PercentRank, double>(() => new PercentRank(period), period);

    /// <summary>The middle of the last values in ascending order: <see cref="Backtest.Median"/>.</summary>
    public static IndicatorSpec Median(int period) =>
        IndicatorSpec.Series<Median, double>(() => new Median(period), period);

    /// <summary>How lopsided the last values are: <see cref="Backtest.Skewness"/>.</summary>
    public static IndicatorSpec Skewness(int period) =>
        IndicatorSpec.Series<Skewness, double>(() => new Skewness(period), period);

    /// <summary>The excess kurtosis of the last values: <see cref="Backtest.Kurtosis"/>.</summary>
    public static IndicatorSpec Kurtosis(int period) =>
        IndicatorSpec.Series<Kurtosis, double>(() => new Kurtosis(period), period);

    /// <summary>The correlation of the last values with those before them: <see cref="Backtest.Autocorrelation"/>.</summary>
    public static IndicatorSpec Autocorrelation(int period, int lag) =>
        IndicatorSpec.Series<Autocorrelation, double>(() => new Autocorrelation(period, lag), period, lag);

    /// <summary>How the spread of changes grows with time: <see cref="HurstExponent"/>.</summary>
    public static IndicatorSpec Hurst(int period) =>
        IndicatorSpec.Series<HurstExponent, double>(() => new HurstExponent(period), period);

    /// <summary>How disorderly the last values are, from 0 to 1: <see cref="Backtest.PermutationEntropy"/>.</summary>
    public static IndicatorSpec PermutationEntropy(int period, int order) =>
        IndicatorSpec.Series<PermutationEntropy, double>(() => new PermutationEntropy(period, order), period, order);
}

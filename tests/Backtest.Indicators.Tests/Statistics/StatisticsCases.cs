namespace Backtest.Tests;

/// <summary>The statistics that the laws are tested on.</summary>
internal static class StatisticsCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.StandardDeviation, Batch = Batch.Deviation, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.LinearRegression, Batch = Batch.Regression, FirstDefined = period => period - 1,
            AtRest = price => [0, price, 0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = period => Indicators.Correlation(period, BarField.Close, BarField.Volume), Batch = Batch.Correlation,
            FirstDefined = period => period - 1, AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = period => Indicators.Beta(period, BarField.Close, BarField.Open), Batch = Batch.Beta, FirstDefined = period => period,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = Indicators.ZScore, Batch = Batch.ZScore, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = Indicators.PercentRank, Batch = Batch.PercentRank, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Median, Batch = Batch.Median, FirstDefined = period => period - 1,
            AtRest = price => [price], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Skewness, Batch = Batch.Skewness, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 3,
        },
        new()
        {
            Specify = Indicators.Kurtosis, Batch = Batch.Kurtosis, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 3,
        },
        new()
        {
            Specify = period => Indicators.Autocorrelation(period, 1), Batch = Batch.Autocorrelation, FirstDefined = period => period,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = Indicators.Hurst, Batch = Batch.Hurst, FirstDefined = period => period - 1,
            AtRest = _ => [0.5], IsWindowed = true, LeastPeriod = 8,
        },
        new()
        {
            Specify = period => Indicators.PermutationEntropy(period, 3), Batch = Batch.PermutationEntropy,
            FirstDefined = period => period - 1, AtRest = _ => [0], IsWindowed = true, LeastPeriod = 4,
        },
    ];
}

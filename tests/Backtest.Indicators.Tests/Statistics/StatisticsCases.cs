namespace Backtest.Tests;

/// <summary>What the laws need to know of the family statistics.</summary>
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
    ];
}

namespace Backtest.Tests;

/// <summary>What the laws need to know of the family averages.</summary>
internal static class AveragesCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Sma, Batch = Batch.Mean, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Ema, Batch = Batch.Exponential, FirstDefined = period => period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Wilder, Batch = Batch.Wilder, FirstDefined = period => period - 1, AtRest = price => [price],
        },
    ];
}

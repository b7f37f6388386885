namespace Backtest.Tests;

/// <summary>What the laws need to know of the family volatility.</summary>
internal static class VolatilityCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Atr, Batch = Batch.AverageTrueRange, FirstDefined = period => period, AtRest = _ => [0],
        },
        new()
        {
            Specify = Indicators.ReturnVolatility, Batch = Batch.ReturnVolatility, FirstDefined = period => period,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
    ];
}

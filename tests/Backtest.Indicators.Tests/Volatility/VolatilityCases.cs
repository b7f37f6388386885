namespace Backtest.Tests;

/// <summary>The volatility indicators that the laws are tested on.</summary>
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
        new()
        {
            Specify = Indicators.Natr, Batch = Batch.NormalizedRange, FirstDefined = period => period,
            AtRest = _ => [0],
        },
        new()
        {
            Specify = period => Indicators.HistoricalVolatility(period, 252), Batch = Batch.HistoricalVolatility,
            FirstDefined = period => period, AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = period => Indicators.Parkinson(period, 252), Batch = Batch.Parkinson, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.GarmanKlass(period, 252), Batch = Batch.GarmanKlass, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.RogersSatchell(period, 252), Batch = Batch.RogersSatchell, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.YangZhang(period, 252), Batch = Batch.YangZhang, FirstDefined = period => period,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = period => Indicators.ChaikinVolatility(period, 5), Batch = Batch.ChaikinVolatility,
            FirstDefined = period => period + 4, AtRest = _ => [0],
        },
        new()
        {
            Specify = Indicators.UlcerIndex, Batch = Batch.UlcerIndex, FirstDefined = period => 2 * period - 2,
            AtRest = _ => [0], IsWindowed = true, Memory = period => 2 * period - 1,
        },
        new()
        {
            Specify = period => Indicators.MassIndex(period, 25), Batch = Batch.MassIndex, FirstDefined = period => 2 * period + 22,
            AtRest = _ => [25],
        },
        new()
        {
            Specify = Indicators.Choppiness, Batch = Batch.Choppiness, FirstDefined = period => period,
            AtRest = _ => [100], IsWindowed = true, LeastPeriod = 2,
        },
    ];
}

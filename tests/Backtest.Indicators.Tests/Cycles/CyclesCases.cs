namespace Backtest.Tests;

/// <summary>The cycle indicators that the laws are tested on.</summary>
internal static class CyclesCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Fisher, Batch = Batch.Fisher, FirstDefined = period => period - 1, AtRest = _ => [0],
            DifferenceOf = (_, _, _) => 1,
        },
        new()
        {
            Specify = period => Indicators.Laguerre(period / 50.0), LeastPeriod = 0, AtRest = price => [price],
            Batch = (bars, row, period) => Batch.Laguerre(bars, row, period / 50.0),
        },
        new()
        {
            Specify = period => Indicators.LaguerreRsi(period / 50.0), LeastPeriod = 0, AtRest = _ => [0.5],
            Batch = (bars, row, period) => Batch.LaguerreRsi(bars, row, period / 50.0),
            DifferenceOf = (bars, row, period) => Batch.LaguerreUnits(bars, row, period / 50.0),
        },
        new()
        {
            Specify = Indicators.SuperSmoother, Batch = Batch.SuperSmoother, FirstDefined = period => period - 1,
            AtRest = price => [price], LeastPeriod = 2,
        },
        new()
        {
            Specify = period => Indicators.Roofing(period, Math.Max(2, period / 4)), Batch = Batch.Roofing,
            FirstDefined = period => period - 1, AtRest = _ => [0], LeastPeriod = 3, DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = _ => Indicators.DominantCycle(), Batch = Batch.DominantCycle, FirstDefined = _ => 32, AtRest = _ => [6],
            LosesJumps = "what is left of a jump turns by no angle at all, so that rounding alone decides which way it turns",
        },
    ];
}

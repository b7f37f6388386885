namespace Backtest.Tests;

/// <summary>The trend indicators that the laws are tested on.</summary>
internal static class TrendCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Adx, Batch = Batch.Directional, FirstDefined = period => 2 * period - 1, AtRest = _ => [0, 0, 0],
        },
        new()
        {
            Specify = Indicators.Adxr, Batch = Batch.DirectionalRating, FirstDefined = period => 3 * period - 1, AtRest = _ => [0],
        },
        new()
        {
            Specify = period => Indicators.Sar(period / 100.0), FirstDefined = _ => 1, AtRest = price => [price, 1],
            Batch = (bars, row, period) => Batch.Parabolic(bars, row, period / 100.0, 0.2, StopReversal.Touched),
            NeverAtRest = "a price at rest touches its stop at every bar, and turns it",
        },
        new()
        {
            Specify = period => Indicators.Sar(period / 100.0, reversal: StopReversal.Passed), FirstDefined = _ => 1,
            AtRest = price => [price, 1],
            Batch = (bars, row, period) => Batch.Parabolic(bars, row, period / 100.0, 0.2, StopReversal.Passed),
        },
        new()
        {
            Specify = period => Indicators.SuperTrend(period, 3), Batch = Batch.SuperTrend, FirstDefined = period => period,
            AtRest = price => [price, 1], DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = period => Indicators.Ichimoku(period, 2 * period, 3 * period, period), Batch = Batch.Ichimoku,
            FirstDefined = period => 4 * period - 2, AtRest = price => [price, price, price, price, price], IsWindowed = true,
            Memory = period => 4 * period,
        },
        new()
        {
            Specify = Indicators.Vortex, Batch = Batch.Vortex, FirstDefined = period => period, AtRest = _ => [1, 1], IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.Chandelier(period, 3), Batch = Batch.Chandelier, FirstDefined = period => period,
            AtRest = price => [price, price], DifferenceOf = Batch.Peak,
        },
    ];
}

namespace Backtest.Tests;

/// <summary>What the laws need to know of the family trend.</summary>
internal static class TrendCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Adx, Batch = Batch.Directional, FirstDefined = period => 2 * period - 1, AtRest = _ => [0, 0, 0],
        },
    ];
}

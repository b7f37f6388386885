namespace Backtest.Tests;

/// <summary>What the laws need to know of the family momentum.</summary>
internal static class MomentumCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Roc, Batch = Batch.RateOfChange, FirstDefined = period => period, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.LogReturn(), Batch = Batch.LogReturn, FirstDefined = _ => 1, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Rsi, Batch = Batch.RelativeStrength, FirstDefined = period => period, AtRest = _ => [50],
        },
        new()
        {
            Specify = Indicators.Cmo, Batch = Batch.ChandeMomentum, FirstDefined = period => period, AtRest = _ => [0],
            IsWindowed = true, DifferenceOf = (_, _, _) => 100,
        },
    ];
}

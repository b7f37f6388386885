namespace Backtest.Tests;

/// <summary>The volume indicators that the laws are tested on.</summary>
internal static class VolumeCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = _ => Indicators.Obv(), Batch = Batch.OnBalanceVolume, FirstDefined = _ => 1, AtRest = _ => [0],
        },
        new()
        {
            Specify = _ => Indicators.Pvt(), Batch = Batch.PriceVolumeTrend, FirstDefined = _ => 1, AtRest = _ => [0],
        },
        new()
        {
            Specify = _ => Indicators.Ad(), Batch = Batch.AccumulationDistribution, FirstDefined = _ => 0, AtRest = _ => [0],
        },
        new()
        {
            Specify = _ => Indicators.WilliamsAd(), Batch = Batch.WilliamsAccumulation, FirstDefined = _ => 1, AtRest = _ => [0],
        },
        new()
        {
            Specify = period => Indicators.ChaikinOscillator(3, period), Batch = Batch.ChaikinOscillator,
            FirstDefined = period => Math.Max(3, period) - 1, AtRest = _ => [0],
        },
        new()
        {
            Specify = Indicators.Cmf, Batch = Batch.ChaikinMoneyFlow, FirstDefined = period => period - 1, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Mfi, Batch = Batch.MoneyFlowIndex, FirstDefined = period => period, AtRest = _ => [50],
            IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.Vwap(), Batch = Batch.SessionPrice, FirstDefined = _ => 0,
            AtRest = price => [(price + price + price) / 3], IsWindowed = true, Memory = _ => 8,
        },
        new()
        {
            Specify = Indicators.ForceIndex, Batch = Batch.ForceIndex, FirstDefined = period => period, AtRest = _ => [0],
        },
        new()
        {
            Specify = period => Indicators.EaseOfMovement(period, 10_000), Batch = Batch.EaseOfMovement, FirstDefined = period => period,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.VolumeOscillator(5, period), Batch = Batch.VolumeOscillator,
            FirstDefined = period => Math.Max(5, period) - 1, AtRest = _ => [0], IsWindowed = true, Memory = period => Math.Max(5, period),
        },
        new()
        {
            Specify = _ => Indicators.Nvi(), Batch = Batch.NegativeVolume, FirstDefined = _ => 1, AtRest = _ => [1000],
        },
        new()
        {
            Specify = _ => Indicators.Pvi(), Batch = Batch.PositiveVolume, FirstDefined = _ => 1, AtRest = _ => [1000],
        },
    ];
}

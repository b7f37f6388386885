namespace Backtest.Tests;

/// <summary>The momentum indicators that the laws are tested on.</summary>
internal static class MomentumCases
{
    public static IEnumerable<IndicatorCase> All => [.. Changes, .. Positions, .. Averages, .. Others];

    private static IEnumerable<IndicatorCase> Changes =>
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
            Specify = Indicators.Momentum, Batch = Batch.Change, FirstDefined = period => period, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.Kst(period, period + 5, period + 10, period + 15), Batch = Batch.KnowSureThing,
            FirstDefined = period => period + 37, AtRest = _ => [0, 0], IsWindowed = true, Memory = period => period + 38,
            DifferenceOf = (_, _, _) => 1000,
        },
        new()
        {
            Specify = period => Indicators.Coppock(period, period + 3), Batch = Batch.Coppock, FirstDefined = period => period + 12,
            AtRest = _ => [0], IsWindowed = true, Memory = period => period + 13, DifferenceOf = (_, _, _) => 100,
        },
        new()
        {
            Specify = Indicators.Trix, Batch = Batch.Trix, FirstDefined = period => 3 * period - 2, AtRest = _ => [0],
            DifferenceOf = (_, _, _) => 100,
        },
        new()
        {
            Specify = Indicators.Cmo, Batch = Batch.ChandeMomentum, FirstDefined = period => period, AtRest = _ => [0],
            IsWindowed = true, DifferenceOf = (_, _, _) => 100,
        },
        new()
        {
            Specify = Indicators.Rsi, Batch = Batch.RelativeStrength, FirstDefined = period => period, AtRest = _ => [50],
        },
        new()
        {
            Specify = period => Indicators.Rmi(period, 5), Batch = Batch.RelativeMomentum, FirstDefined = period => period + 4,
            AtRest = _ => [50],
        },
        new()
        {
            Specify = period => Indicators.Tsi(period, 13), Batch = Batch.TrueStrength, FirstDefined = period => period + 12,
            AtRest = _ => [0], DifferenceOf = (_, _, _) => 100,
        },
    ];

    private static IEnumerable<IndicatorCase> Positions =>
    [
        new()
        {
            Specify = period => Indicators.StochasticSlow(period, 3), Batch = Batch.Stochastic, FirstDefined = period => period + 3,
            AtRest = _ => [50, 50], IsWindowed = true, Memory = period => period + 4, DifferenceOf = (_, _, _) => 100,
        },
        new()
        {
            Specify = period => Indicators.StochRsi(period, period, 3, 3), Batch = Batch.StochasticRsi,
            FirstDefined = period => 2 * period + 3, AtRest = _ => [50, 50], DifferenceOf = (_, _, _) => 100,
            LosesJumps = "a jump holds the index still for long, and its place in the range of its last digits is rounding",
        },
        new()
        {
            Specify = Indicators.WilliamsR, Batch = Batch.WilliamsPercentRange, FirstDefined = period => period - 1,
            AtRest = _ => [-50], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Aroon, Batch = Batch.Aroon, FirstDefined = period => period, AtRest = _ => [100, 100, 0],
            IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.Ultimate(period, 2 * period, 4 * period), Batch = Batch.Ultimate,
            FirstDefined = period => 4 * period, AtRest = _ => [50], IsWindowed = true, Memory = period => 4 * period + 1,
        },
        new()
        {
            Specify = period => Indicators.Dv2(period, 2), Batch = Batch.Varadi, FirstDefined = period => period, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.BalanceOfPower(), Batch = Batch.BalanceOfPower, AtRest = _ => [0], IsWindowed = true,
        },
    ];

    private static IEnumerable<IndicatorCase> Averages =>
    [
        new()
        {
            Specify = period => Indicators.Macd(period, 2 * period, 9), Batch = Batch.Macd, FirstDefined = period => 2 * period + 7,
            AtRest = _ => [0, 0, 0], DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = period => Indicators.Ppo(period, 2 * period, 9), Batch = Batch.PercentagePrice,
            FirstDefined = period => 2 * period + 7, AtRest = _ => [0, 0, 0], DifferenceOf = (_, _, _) => 100,
        },
        new()
        {
            Specify = period => Indicators.PriceOscillator(period, 2 * period), Batch = Batch.PriceOscillator,
            FirstDefined = period => 2 * period - 1, AtRest = _ => [0], DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = period => Indicators.Awesome(period, 2 * period), Batch = Batch.Awesome, FirstDefined = period => 2 * period - 1,
            AtRest = _ => [0], IsWindowed = true, Memory = period => 2 * period, DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = period => Indicators.Accelerator(period, 2 * period), Batch = Batch.Accelerator,
            FirstDefined = period => 2 * period + 3, AtRest = _ => [0], IsWindowed = true, Memory = period => 2 * period + 4,
            DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = period => Indicators.Dpo(period), Batch = Batch.DetrendedPrice, FirstDefined = period => period + period / 2,
            AtRest = _ => [0], IsWindowed = true, Memory = period => period + period / 2 + 1, DifferenceOf = Batch.Peak,
        },
        new()
        {
            Specify = Indicators.ElderRay, Batch = Batch.ElderRay, FirstDefined = period => period - 1, AtRest = _ => [0, 0],
            DifferenceOf = Batch.Peak,
        },
    ];

    private static IEnumerable<IndicatorCase> Others =>
    [
        new()
        {
            Specify = period => Indicators.Cci(period), Batch = Batch.CommodityChannel, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2, DifferenceOf = Batch.ChannelUnits,
        },
        new()
        {
            Specify = period => Indicators.Cci(period, MeanDeviation.Running), Batch = Batch.RunningCommodityChannel,
            FirstDefined = period => 2 * period - 2, AtRest = _ => [0], IsWindowed = true, Memory = period => 2 * period - 1,
            LeastPeriod = 2, DifferenceOf = Batch.ChannelUnits,
        },
        new()
        {
            Specify = Indicators.Pgo, Batch = Batch.PrettyGood, FirstDefined = period => period, AtRest = _ => [0],
            DifferenceOf = (bars, row, period) => Batch.Peak(bars, row, period) / Batch.AverageTrueRange(bars, row, period)[0],
        },
    ];
}

using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>An indicator and what the laws need to know of it.</summary>
internal sealed record IndicatorCase
{
    /// <summary>Its specification for a period.</summary>
    public required Func<int, IndicatorSpec> Specify { get; init; }

    /// <summary>Its values at a row, from the whole history.</summary>
    public required Func<BarSeries, int, int, double[]> Batch { get; init; }

    /// <summary>The row of its first value, for a period.</summary>
    public required Func<int, int> FirstDefined { get; init; }

    /// <summary>Its values where the price does not move.</summary>
    public required Func<double, double[]> AtRest { get; init; }

    /// <summary>Whether it forgets what is older than its period and one bar.</summary>
    public bool IsWindowed { get; init; }

    /// <summary>The least period it takes.</summary>
    public int LeastPeriod { get; init; } = 1;

    /// <summary>The period it is tried with.</summary>
    public int Period { get; init; } = 14;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Specify(Period).Indicator.Name}({Period})");

    public static IReadOnlyDictionary<string, IndicatorCase> All { get; } =
        Kinds().SelectMany(kind => (IndicatorCase[])[kind with { Period = kind.LeastPeriod }, kind, kind with { Period = 33 }])
            .ToDictionary(kind => kind.Name);

    public Probe Create() => Probe.Of(Specify(Period));

    public double[] BatchAt(BarSeries bars, int row) => Batch(bars, row, Period);

    private static IEnumerable<IndicatorCase> Kinds() =>
    [
        new()
        {
            Specify = Indicators.Sma, Batch = Tests.Batch.Mean, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Ema, Batch = Tests.Batch.Exponential, FirstDefined = period => period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Wilder, Batch = Tests.Batch.Wilder, FirstDefined = period => period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Roc, Batch = Tests.Batch.RateOfChange, FirstDefined = period => period, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.LogReturn(), Batch = Tests.Batch.LogReturn, FirstDefined = _ => 1, AtRest = _ => [0],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Rsi, Batch = Tests.Batch.RelativeStrength, FirstDefined = period => period, AtRest = _ => [50],
        },
        new()
        {
            Specify = Indicators.Atr, Batch = Tests.Batch.AverageTrueRange, FirstDefined = period => period, AtRest = _ => [0],
        },
        new()
        {
            Specify = Indicators.Adx, Batch = Tests.Batch.Directional, FirstDefined = period => 2 * period - 1, AtRest = _ => [0, 0, 0],
        },
        new()
        {
            Specify = Indicators.StandardDeviation, Batch = Tests.Batch.Deviation, FirstDefined = period => period - 1,
            AtRest = _ => [0], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.ReturnVolatility, Batch = Tests.Batch.ReturnVolatility, FirstDefined = period => period,
            AtRest = _ => [0], IsWindowed = true, LeastPeriod = 2,
        },
        new()
        {
            Specify = period => Indicators.Bollinger(period, 2), Batch = Tests.Batch.Bands, FirstDefined = period => period - 1,
            AtRest = price => [price, price, price, 0], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Donchian, Batch = Tests.Batch.Channel, FirstDefined = period => period - 1,
            AtRest = price => [price, price, price], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.LinearRegression, Batch = Tests.Batch.Regression, FirstDefined = period => period - 1,
            AtRest = price => [0, price, 0], IsWindowed = true, LeastPeriod = 2,
        },
    ];
}

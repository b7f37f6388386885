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
        .. AveragesCases.All,
        .. ChannelsCases.All,
        .. MomentumCases.All,
        .. StatisticsCases.All,
        .. TrendCases.All,
        .. VolatilityCases.All,
    ];
}

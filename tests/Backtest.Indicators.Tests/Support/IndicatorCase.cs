using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>An indicator and its properties that the laws depend on.</summary>
internal sealed record IndicatorCase
{
    /// <summary>Its specification for a period.</summary>
    public required Func<int, IndicatorSpec> Specify { get; init; }

    /// <summary>Its values at a row, computed from the whole history.</summary>
    public required Func<BarSeries, int, int, double[]> Batch { get; init; }

    /// <summary>The row of its first value, for a period.</summary>
    public Func<int, int> FirstDefined { get; init; } = _ => 0;

    /// <summary>Why the prices determine when its first value comes, in which case it is the first row at which the batch has numbers.</summary>
    public string? FirstDefinedByPrices { get; init; }

    /// <summary>Its values while the price does not move.</summary>
    public required Func<double, double[]> AtRest { get; init; }

    /// <summary>Whether it forgets everything older than <see cref="Memory"/>.</summary>
    public bool IsWindowed { get; init; }

    /// <summary>The number of bars it remembers for a period, if it is windowed.</summary>
    public Func<int, int> Memory { get; init; } = period => period + 1;

    /// <summary>
    /// The magnitude of the terms whose difference its values are, if they are differences: near zero, a difference is only as precise as its
    /// terms.
    /// </summary>
    public Func<BarSeries, int, int, double>? DifferenceOf { get; init; }

    /// <summary>Why its batch loses precision when prices jump by fifteen orders of magnitude.</summary>
    public string? LosesJumps { get; init; }

    /// <summary>Why its values keep changing while the price does not.</summary>
    public string? NeverAtRest { get; init; }

    /// <summary>The smallest period it accepts.</summary>
    public int LeastPeriod { get; init; } = 1;

    /// <summary>The period it is tested with.</summary>
    public int Period { get; init; } = 14;

    public bool HasArguments => Specify(Period).Parameters != default;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Specify(Period).Indicator.Name}({Specify(Period).Parameters})");

    /// <summary>Each indicator with its usual period.</summary>
    public static IReadOnlyDictionary<string, IndicatorCase> Usual { get; } = Kinds().ToDictionary(kind => kind.Name);

    /// <summary>Each indicator with its smallest period, its usual period and a long one.</summary>
    public static IReadOnlyDictionary<string, IndicatorCase> All { get; } =
        Kinds().SelectMany(kind => (IndicatorCase[])[kind with { Period = kind.LeastPeriod }, kind, kind with { Period = 33 }])
            .DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name);

    public Probe Create() => Probe.Of(Specify(Period));

    public double[] BatchAt(BarSeries bars, int row) => Batch(bars, row, Period);

    /// <summary>The row of the first value on these bars, or their count if there is none.</summary>
    public int FirstRow(BarSeries bars) => FirstDefinedByPrices is null
        ? FirstDefined(Period)
        : Enumerable.Range(0, bars.Count).TakeWhile(row => !double.IsFinite(BatchAt(bars, row)[0])).Count();

    private static IEnumerable<IndicatorCase> Kinds() =>
    [
        .. AveragesCases.All,
        .. ChannelsCases.All,
        .. CyclesCases.All,
        .. MomentumCases.All,
        .. PatternsCases.All,
        .. PriceTransformsCases.All,
        .. StatisticsCases.All,
        .. TrendCases.All,
        .. VolatilityCases.All,
        .. VolumeCases.All,
    ];
}

using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>metrics</c>: how performance is measured.</summary>
internal static class MetricsSection
{
    private static readonly Key<MetricsConfig, double> RiskFreeRate =
        new(
            "risk_free_rate",
            Kinds.Number(Bounds.Between(-1, 1)),
            metrics => metrics.RiskFreeRate,
            "The yearly risk-free rate, as a fraction.");

    private static readonly Key<MetricsConfig, double?> PeriodsPerYear =
        new(
            "periods_per_year",
            Kinds.Maybe(Kinds.Number(Bounds.Positive)),
            metrics => metrics.PeriodsPerYear,
            "The number of returns a year, for annual figures. Default: inferred from the days and the calendar.");

    /// <summary>The section.</summary>
    public static ValueKind<MetricsConfig> Kind { get; } = new ObjectKind<MetricsConfig>([RiskFreeRate, PeriodsPerYear], Build);

    private static MetricsConfig Build(MapReader map) =>
        new() { RiskFreeRate = map.Get(RiskFreeRate), PeriodsPerYear = map.Get(PeriodsPerYear) };
}

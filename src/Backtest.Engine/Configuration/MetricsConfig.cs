namespace Backtest.Engine;

/// <summary>How performance is measured.</summary>
public sealed record MetricsConfig
{
    /// <summary>The yearly risk-free rate, as a fraction.</summary>
    public double RiskFreeRate { get; init; }

    /// <summary>Days with returns per year, above zero; <see langword="null"/> to infer it from the days in the data.</summary>
    public double? PeriodsPerYear { get; init; }
}

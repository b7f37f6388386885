namespace Backtest.Engine;

/// <summary>How performance is measured.</summary>
public sealed record MetricsConfig
{
    /// <summary>The yearly risk-free rate, as a fraction.</summary>
    public double RiskFreeRate { get; init; }

    /// <summary>Days with returns a year, above zero; <see langword="null"/>: as many as the days there are suggest.</summary>
    public double? PeriodsPerYear { get; init; }
}

namespace Backtest.Engine;

/// <summary>Worsens a trial's objective in proportion to how far a metric is beyond a bound.</summary>
public sealed record PenaltyConfig
{
    /// <summary>The metric's name.</summary>
    public required string Metric { get; init; }

    /// <summary>The bound above which values are penalized, or null for no such bound.</summary>
    public double? Above { get; init; }

    /// <summary>The bound below which values are penalized, or null for no such bound.</summary>
    public double? Below { get; init; }

    /// <summary>By how much the objective worsens for each unit beyond the bound; above zero.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

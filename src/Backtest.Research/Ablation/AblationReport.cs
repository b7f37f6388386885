using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>What the parts of a run add to it, each left out by itself.</summary>
public sealed record AblationReport
{
    /// <summary>The version of the format; this release writes 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>What the whole run comes to.</summary>
    public required AblationFigures Whole { get; init; }

    /// <summary>The parts, in the order of the run file.</summary>
    public required IReadOnlyList<AblationEffect> Parts { get; init; }

    /// <summary>How often days were drawn for the intervals.</summary>
    public required int Resamples { get; init; }

    /// <summary>What chance followed from.</summary>
    public required ulong Seed { get; init; }
}

/// <summary>What a run comes to, by the ends of its days.</summary>
/// <param name="Sharpe">The annual Sharpe ratio; null where returns do not vary.</param>
/// <param name="TotalReturn">The return, as a fraction.</param>
/// <param name="MaxDrawdown">The deepest fall from a peak, as a fraction of it; zero or above.</param>
public sealed record AblationFigures(double? Sharpe, double TotalReturn, double MaxDrawdown);

/// <summary>What a part adds.</summary>
public sealed record AblationEffect
{
    /// <summary>What it is: <c>portfolio</c>, <c>classifier</c>, <c>strategy</c>, <c>container</c>, <c>limit</c> or <c>regime_rule</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which it is: its path in the run file, by names.</summary>
    public required string Name { get; init; }

    /// <summary>What the run comes to without it; null where it cannot be left out.</summary>
    public AblationFigures? Without { get; init; }

    /// <summary>What it adds to the Sharpe ratio; null where one of the two has none.</summary>
    public AblationChange? Sharpe { get; init; }

    /// <summary>What it adds to the return, as a fraction.</summary>
    public AblationChange? TotalReturn { get; init; }

    /// <summary>What it adds to the drawdown, as a fraction: below zero it makes it shallower.</summary>
    public AblationChange? MaxDrawdown { get; init; }

    /// <summary>Why it cannot be left out; null where it can.</summary>
    public string? Unavailable { get; init; }
}

/// <summary>A figure of the whole less that without a part.</summary>
/// <param name="Value">The difference.</param>
/// <param name="P5">The 5% quantile of the difference over resampled days.</param>
/// <param name="P95">The 95% quantile.</param>
public sealed record AblationChange([property: JsonPropertyName("adds")] double Value, double P5, double P95);

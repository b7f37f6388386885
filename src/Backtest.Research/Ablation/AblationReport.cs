using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>What each part of a run adds to it, measured by leaving it out.</summary>
public sealed record AblationReport
{
    /// <summary>The version of the format; this release writes 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>The figures of the whole run.</summary>
    public required AblationFigures Whole { get; init; }

    /// <summary>The parts, in the order of the run file.</summary>
    public required IReadOnlyList<AblationEffect> Parts { get; init; }

    /// <summary>How often days were resampled for the intervals.</summary>
    public required int Resamples { get; init; }

    /// <summary>The seed of all random numbers.</summary>
    public required ulong Seed { get; init; }
}

/// <summary>Figures of a run, from the values at the ends of its days.</summary>
/// <param name="Sharpe">The annual Sharpe ratio, or null if returns do not vary.</param>
/// <param name="TotalReturn">The total return, as a fraction.</param>
/// <param name="MaxDrawdown">The deepest fall from a peak, as a fraction of the peak; zero or positive.</param>
public sealed record AblationFigures(double? Sharpe, double TotalReturn, double MaxDrawdown);

/// <summary>What a part adds.</summary>
public sealed record AblationEffect
{
    /// <summary>The kind: <c>portfolio</c>, <c>classifier</c>, <c>strategy</c>, <c>container</c>, <c>limit</c> or <c>regime_rule</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The path in the run file, by names.</summary>
    public required string Name { get; init; }

    /// <summary>The figures of the run without it, or null if it cannot be left out.</summary>
    public AblationFigures? Without { get; init; }

    /// <summary>What it adds to the Sharpe ratio, or null if one of the two runs has none.</summary>
    public AblationChange? Sharpe { get; init; }

    /// <summary>What it adds to the return, as a fraction.</summary>
    public AblationChange? TotalReturn { get; init; }

    /// <summary>What it adds to the drawdown, as a fraction; a negative value means a shallower drawdown.</summary>
    public AblationChange? MaxDrawdown { get; init; }

    /// <summary>Why it cannot be left out, or null if it can.</summary>
    public string? Unavailable { get; init; }
}

/// <summary>A figure of the whole run minus the same figure without a part.</summary>
/// <param name="Value">The difference.</param>
/// <param name="P5">The 5% quantile of the difference over resampled days.</param>
/// <param name="P95">The 95% quantile.</param>
public sealed record AblationChange([property: JsonPropertyName("adds")] double Value, double P5, double P95);

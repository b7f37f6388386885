namespace Backtest.Engine;

/// <summary>A figure a search makes as great, or as small, as it can.</summary>
public sealed record ObjectiveConfig
{
    /// <summary>The metric's name, as <c>metrics.json</c> has it, in snake case.</summary>
    public string Metric { get; init; } = "sharpe";

    /// <summary>Whether more is better, or null for what the metric says of itself.</summary>
    public bool? Maximizes { get; init; }

    /// <summary>Whose metric: <c>total</c>, or a portfolio's name.</summary>
    public string Of { get; init; } = "total";

    /// <summary>The regime it is measured in, as <c>classifier.regime</c>, or null for all of the time.</summary>
    public string? In { get; init; }

    /// <summary>Whether a metric that is scaled to a year is taken so; otherwise it is that of a period.</summary>
    public bool IsAnnualized { get; init; } = true;

    /// <summary>Trials with fewer closed trades rank last.</summary>
    public int MinimumTrades { get; init; }

    /// <summary>What makes a trial worse.</summary>
    public IReadOnlyList<PenaltyConfig> Penalties { get; init; } = [];

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}

namespace Backtest.Engine;

/// <summary>A figure that a search maximizes or minimizes.</summary>
public sealed record ObjectiveConfig
{
    /// <summary>The metric's name, as in <c>metrics.json</c>, in snake case.</summary>
    public string Metric { get; init; } = "sharpe";

    /// <summary>Whether more is better, or null for the metric's own direction.</summary>
    public bool? Maximizes { get; init; }

    /// <summary>Whose metric: <c>total</c>, or a portfolio's name.</summary>
    public string Of { get; init; } = "total";

    /// <summary>The regime it is measured in, as <c>classifier.regime</c>, or null for the whole time.</summary>
    public string? In { get; init; }

    /// <summary>Whether the annualized value is used, if the metric has one; otherwise the value per period.</summary>
    public bool IsAnnualized { get; init; } = true;

    /// <summary>Trials with fewer closed trades rank last.</summary>
    public int MinimumTrades { get; init; }

    /// <summary>The penalties of a trial.</summary>
    public IReadOnlyList<PenaltyConfig> Penalties { get; init; } = [];

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

namespace Backtest.Engine;

/// <summary>How the signals of one strategy are replayed.</summary>
public sealed record ReplayedStrategyConfig
{
    /// <summary>What the strength of its entries is multiplied by, in (0, 1]: the share it takes of what it would take by itself.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How many strategies must agree on its entries; null where what holds for all strategies holds for it.</summary>
    public int? MinimumAgreement { get; init; }

    /// <summary>
    /// The portfolio its signals were recorded in; null for the one of the same name, or for the only one that has a strategy of its name.
    /// </summary>
    public string? Portfolio { get; init; }

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}

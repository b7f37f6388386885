namespace Backtest.Engine;

/// <summary>How the signals of one strategy are replayed.</summary>
public sealed record ReplayedStrategyConfig
{
    /// <summary>The factor on the strength of entries, in (0, 1]: the share of the size they would have alone.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The number of strategies that must agree on its entries; null for the number that applies to all strategies.</summary>
    public int? MinimumAgreement { get; init; }

    /// <summary>
    /// The portfolio its signals were recorded in; null for the one of the same name, or for the only one that has a strategy of its name.
    /// </summary>
    public string? Portfolio { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

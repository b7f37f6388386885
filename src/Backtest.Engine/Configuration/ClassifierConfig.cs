namespace Backtest.Engine;

/// <summary>One market view: a classifier and the portfolios under it.</summary>
public sealed record ClassifierConfig
{
    /// <summary>The classifier's name; unique in the run.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's id.</summary>
    public required string Type { get; init; }

    /// <summary>The plugin's parameters.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>The symbol whose regime is the market's; <see langword="null"/> for one regime for each symbol.</summary>
    public string? Reference { get; init; }

    /// <summary>The timeframe of the bars it classifies, a multiple of the data's; <see langword="null"/> for the data's own.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>The portfolios that receive its regimes.</summary>
    public IReadOnlyList<PortfolioConfig> Portfolios { get; init; } = [];

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

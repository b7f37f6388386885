namespace Backtest.Engine;

/// <summary>One strategy of a portfolio, or a container in a strategy's place, with strategies of its own.</summary>
public sealed record StrategyConfig
{
    /// <summary>Names the strategy; unique in its portfolio, or in its container.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's id; empty where its signals are replayed, which takes no plugin.</summary>
    public required string Type { get; init; }

    /// <summary>The plugin's parameters.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// What differs in a regime of the classifier above; <see langword="null"/>: nothing does. A regime it does not name goes by
    /// <see cref="Parameters"/>.
    /// </summary>
    public IReadOnlyList<RegimeParametersConfig>? ByRegime { get; init; }

    /// <summary>
    /// What differs from a day on, in the order of days; <see langword="null"/>: nothing does. Before the first of them it goes by
    /// <see cref="Parameters"/>.
    /// </summary>
    public IReadOnlyList<DatedParametersConfig>? ByDate { get; init; }

    /// <summary>
    /// The strategies in it, at least one; what they signal goes to it. <see langword="null"/>: it is a strategy, no container.
    /// </summary>
    public IReadOnlyList<StrategyConfig>? Strategies { get; init; }

    /// <summary>The symbols it works on; empty: all.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>
    /// The timeframe of the bars it decides on, a multiple of the data's; <see langword="null"/>: the data's own. Its orders fill on the data's.
    /// </summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>A file that says which of them it may enter, day by day, relative to the run file; <see langword="null"/>: all, always.</summary>
    public string? Universe { get; init; }

    /// <summary>What a line of comment in that file begins with, or null where there is none.</summary>
    public char? UniverseComment { get; init; }

    /// <summary>The regimes in which it may enter; <see langword="null"/>: all, <c>unknown</c> included.</summary>
    public IReadOnlyList<string>? ActiveIn { get; init; }

    /// <summary>Whether leaving its regimes closes its positions.</summary>
    public bool ClosesOnLeave { get; init; }

    /// <summary>Whether its resting entries stay when it leaves its regimes, or a symbol its universe; otherwise they are canceled.</summary>
    public bool KeepsResting { get; init; }

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}

namespace Backtest.Engine;

/// <summary>A strategy of a portfolio, or a container in its place with strategies of its own.</summary>
public sealed record StrategyConfig
{
    /// <summary>The strategy's name; unique in its portfolio or container.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's id; empty if the strategy's signals are replayed, which needs no plugin.</summary>
    public required string Type { get; init; }

    /// <summary>The plugin's parameters.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>
    /// The parameters that differ in a regime of the classifier above; <see langword="null"/> if none do. In a regime that is not named,
    /// <see cref="Parameters"/> apply.
    /// </summary>
    public IReadOnlyList<RegimeParametersConfig>? ByRegime { get; init; }

    /// <summary>
    /// The parameters that differ from a day on, in the order of days; <see langword="null"/> if none do. Before the first day,
    /// <see cref="Parameters"/> apply.
    /// </summary>
    public IReadOnlyList<DatedParametersConfig>? ByDate { get; init; }

    /// <summary>The strategies of a container, at least one, which send their signals to it; <see langword="null"/> for a strategy.</summary>
    public IReadOnlyList<StrategyConfig>? Strategies { get; init; }

    /// <summary>The symbols it works on; empty for all.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>
    /// The timeframe of the bars it decides on, a multiple of the data's; <see langword="null"/> for the data's own. Orders fill on the data's bars.
    /// </summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>
    /// A file that lists the symbols it may enter, day by day, relative to the run file; <see langword="null"/> for all symbols at all times.
    /// </summary>
    public string? Universe { get; init; }

    /// <summary>The character that begins a comment line in that file, or null if there are no comments.</summary>
    public char? UniverseComment { get; init; }

    /// <summary>The regimes in which it may enter; <see langword="null"/> for all, including <c>unknown</c>.</summary>
    public IReadOnlyList<string>? ActiveIn { get; init; }

    /// <summary>Whether leaving its regimes closes its positions.</summary>
    public bool ClosesOnLeave { get; init; }

    /// <summary>
    /// Whether its resting entries stay when it leaves its regimes, or when a symbol leaves its universe; otherwise they are canceled.
    /// </summary>
    public bool KeepsResting { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

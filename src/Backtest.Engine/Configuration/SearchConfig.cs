namespace Backtest.Engine;

/// <summary>The search of a sweep: its parameters, method and objectives.</summary>
public sealed record SearchConfig
{
    /// <summary>The searched parameters; at least one.</summary>
    public required IReadOnlyList<SearchParameterConfig> Parameters { get; init; }

    /// <summary>Expressions over the names of parameters that must be true in each trial.</summary>
    public IReadOnlyList<SearchConstraintConfig> Constraints { get; init; } = [];

    /// <summary>The search method, which decides which trials are run.</summary>
    public SearchMethodConfig Method { get; init; } = new();

    /// <summary>The objectives; the first one decides where a single winner is needed.</summary>
    public IReadOnlyList<ObjectiveConfig> Objectives { get; init; } = [new ObjectiveConfig()];

    /// <summary>The number of best trials that get a run folder of their own; 0 or more.</summary>
    public int Best { get; init; } = 10;

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

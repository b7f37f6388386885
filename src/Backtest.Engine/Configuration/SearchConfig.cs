namespace Backtest.Engine;

/// <summary>What a sweep searches, how, and for what.</summary>
public sealed record SearchConfig
{
    /// <summary>The searched parameters; at least one.</summary>
    public required IReadOnlyList<SearchParameterConfig> Parameters { get; init; }

    /// <summary>Expressions over the names of parameters that must be true of each trial.</summary>
    public IReadOnlyList<SearchConstraintConfig> Constraints { get; init; } = [];

    /// <summary>Which trials are made.</summary>
    public SearchMethodConfig Method { get; init; } = new();

    /// <summary>The objectives; the first decides if a single winner is wanted.</summary>
    public IReadOnlyList<ObjectiveConfig> Objectives { get; init; } = [new ObjectiveConfig()];

    /// <summary>How many of the best trials get a run folder of their own; 0 or more.</summary>
    public int Best { get; init; } = 10;

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

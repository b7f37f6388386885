namespace Backtest.Engine;

/// <summary>The method that decides which trials a search runs.</summary>
public sealed record SearchMethodConfig
{
    /// <summary>The id of the search method.</summary>
    public string Type { get; init; } = "grid";

    /// <summary>The maximum number of trials, or null for as many as the method proposes.</summary>
    public int? Trials { get; init; }

    /// <summary>The seed of random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>The number of trials an adaptive method decides on at once; results depend on it, but not on the number of workers.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>The method's own parameters.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

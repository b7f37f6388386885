namespace Backtest.Engine;

/// <summary>Which trials a search makes.</summary>
public sealed record SearchMethodConfig
{
    /// <summary>The id of a search method.</summary>
    public string Type { get; init; } = "grid";

    /// <summary>The maximum number of trials, or null for as many as the method has.</summary>
    public int? Trials { get; init; }

    /// <summary>The seed of random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many trials an adaptive method decides on at once; results depend on it, but not on the number of workers.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>The method's own parameters.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}

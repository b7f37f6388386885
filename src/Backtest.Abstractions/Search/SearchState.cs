namespace Backtest;

/// <summary>What a search method bases its proposals on.</summary>
public sealed record SearchState
{
    /// <summary>The space to search.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>The trials so far, in order of their numbers; all have ended.</summary>
    public required IReadOnlyList<SearchTrial> Trials { get; init; }

    /// <summary>The maximum number of proposals wanted now; at least 1.</summary>
    public required int Wanted { get; init; }

    /// <summary>The maximum number of trials the search makes in all.</summary>
    public required int Planned { get; init; }

    /// <summary>How many losses a trial has; at least 1.</summary>
    public required int Objectives { get; init; }

    /// <summary>The seed of all random numbers.</summary>
    public required ulong Seed { get; init; }
}

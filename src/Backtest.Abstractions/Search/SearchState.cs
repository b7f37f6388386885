namespace Backtest;

/// <summary>What a search method decides on.</summary>
public sealed record SearchState
{
    /// <summary>Where to search.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>The trials so far, in order of their numbers; all have ended.</summary>
    public required IReadOnlyList<SearchTrial> Trials { get; init; }

    /// <summary>How many proposals are wanted now, at most; at least 1.</summary>
    public required int Wanted { get; init; }

    /// <summary>How many trials the search makes in all, at most.</summary>
    public required int Planned { get; init; }

    /// <summary>How many losses a trial has; at least 1.</summary>
    public required int Objectives { get; init; }

    /// <summary>Where all chance starts from.</summary>
    public required ulong Seed { get; init; }
}

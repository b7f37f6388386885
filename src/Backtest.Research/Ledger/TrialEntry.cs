namespace Backtest.Research;

/// <summary>A trial that has ended, as the ledger keeps it.</summary>
/// <param name="Number">Its number in the experiment, from 0.</param>
/// <param name="Key">What it counts by: see <see cref="TrialKey"/>.</param>
public sealed record TrialEntry(int Number, string Key)
{
    /// <summary>The hash of the canonical run specification.</summary>
    public required string SpecHash { get; init; }

    /// <summary>The parameters tried: JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>The share of the data it saw, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>How it ended.</summary>
    public TrialStatus Status { get; init; } = TrialStatus.Complete;

    /// <summary>What the experiment judges it by, its own even where another has a trial of the same key: JSON, or null if there is nothing.</summary>
    public string? Objectives { get; init; }

    /// <summary>The figures of the run: JSON, or null if there are none.</summary>
    public string? Metrics { get; init; }

    /// <summary>The hash of the run's events, or null if none was taken.</summary>
    public string? EventHash { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>What went wrong, or null if nothing did.</summary>
    public string? Message { get; init; }
}

/// <summary>How a trial ended.</summary>
public enum TrialStatus
{
    /// <summary>It ran to its end.</summary>
    Complete,

    /// <summary>The search gave it up.</summary>
    Pruned,

    /// <summary>It faulted.</summary>
    Faulted,
}

namespace Backtest.Research;

/// <summary>An ended trial in the ledger.</summary>
/// <param name="Number">Its number in the experiment, from 0.</param>
/// <param name="Key">The key it is counted by: see <see cref="TrialKey"/>.</param>
public sealed record TrialEntry(int Number, string Key)
{
    /// <summary>The hash of the canonical run specification.</summary>
    public required string SpecHash { get; init; }

    /// <summary>The parameters tried, as JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>The fraction of the data it used, from 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>How it ended.</summary>
    public TrialStatus Status { get; init; } = TrialStatus.Complete;

    /// <summary>
    /// The experiment's objective values, as JSON, even if another experiment has a trial with the same key; null if there are none.
    /// </summary>
    public string? Objectives { get; init; }

    /// <summary>The metrics of the run, as JSON, or null if there are none.</summary>
    public string? Metrics { get; init; }

    /// <summary>The hash of the run's events, or null if it was not computed.</summary>
    public string? EventHash { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>What went wrong, or null if nothing did.</summary>
    public string? Message { get; init; }
}

/// <summary>How a trial ended.</summary>
public enum TrialStatus
{
    /// <summary>It ran to the end.</summary>
    Complete,

    /// <summary>The search stopped it early.</summary>
    Pruned,

    /// <summary>It faulted.</summary>
    Faulted,
}

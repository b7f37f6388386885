namespace Backtest.Research;

/// <summary>A search in the ledger.</summary>
/// <param name="Id">Its identity: a hash of everything that determines it, so that repeating a search gives the same experiment.</param>
/// <param name="Name">The user's name for it; several may share a name.</param>
/// <param name="Family">The family in which its trials are counted.</param>
/// <param name="Folder">The folder of its output.</param>
/// <param name="Document">Its stored document, as JSON.</param>
/// <param name="CreatedAt">When it began, UTC, to the microsecond.</param>
public sealed record ExperimentEntry(string Id, string Name, string Family, string Folder, string Document, DateTime CreatedAt)
{
    /// <summary>Its status; <see cref="ExperimentStates"/> determines whether an incomplete one is running.</summary>
    public ExperimentStatus Status { get; init; } = ExperimentStatus.Running;

    /// <summary>When it was completed, UTC, or null if it is not complete.</summary>
    public DateTime? FinishedAt { get; init; }
}

/// <summary>The status of an experiment.</summary>
public enum ExperimentStatus
{
    /// <summary>It has begun but is not complete: it is running, was interrupted, or ended with an error.</summary>
    Running,

    /// <summary>All its trials have ended.</summary>
    Complete,
}

namespace Backtest.Research;

/// <summary>A search as the ledger keeps it.</summary>
/// <param name="Id">Its identity: a hash of all it is made of, so that the same search again is the same experiment.</param>
/// <param name="Name">What the user calls it; several may share a name.</param>
/// <param name="Family">The family its trials count in.</param>
/// <param name="Folder">Where its outputs are.</param>
/// <param name="Document">What is kept of it: JSON.</param>
/// <param name="CreatedAt">When it began, UTC, to the microsecond.</param>
public sealed record ExperimentEntry(string Id, string Name, string Family, string Folder, string Document, DateTime CreatedAt)
{
    /// <summary>How far it is; <see cref="ExperimentStates"/> says whether one that is not complete is being made.</summary>
    public ExperimentStatus Status { get; init; } = ExperimentStatus.Running;

    /// <summary>When it was complete, UTC, or null if it is not.</summary>
    public DateTime? FinishedAt { get; init; }
}

/// <summary>How far an experiment is.</summary>
public enum ExperimentStatus
{
    /// <summary>It was begun and is not whole: it runs, was interrupted, or ended with an error.</summary>
    Running,

    /// <summary>All its trials have ended.</summary>
    Complete,
}

namespace Backtest.Research;

/// <summary>An experiment as read from the database.</summary>
internal sealed class ExperimentRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string Folder { get; init; }

    public required string Document { get; init; }

    public ExperimentStatus Status { get; init; }

    public required string CreatedAt { get; init; }

    public string? FinishedAt { get; init; }

    public ExperimentEntry ToEntry() => new(Id, Name, Family, Folder, Document, LedgerTime.Parse(CreatedAt))
    {
        Status = Status,
        FinishedAt = FinishedAt is null ? null : LedgerTime.Parse(FinishedAt),
    };
}

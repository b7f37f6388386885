namespace Backtest.Research;

/// <summary>A trial as read from the database.</summary>
internal sealed class TrialRow
{
    public int Number { get; init; }

    public required string Key { get; init; }

    public required string SpecHash { get; init; }

    public required string Parameters { get; init; }

    public double Share { get; init; }

    public TrialStatus Status { get; init; }

    public string? Objectives { get; init; }

    public string? Metrics { get; init; }

    public string? EventHash { get; init; }

    public double Seconds { get; init; }

    public string? Message { get; init; }

    public TrialEntry ToEntry() => new(Number, Key)
    {
        SpecHash = SpecHash,
        Parameters = Parameters,
        Share = Share,
        Status = Status,
        Objectives = Objectives,
        Metrics = Metrics,
        EventHash = EventHash,
        Seconds = Seconds,
        Message = Message,
    };
}

namespace Backtest.Results;

/// <summary>The statistics of a run's signals: the content of <c>statistics.json</c>.</summary>
/// <param name="Statistics">For each strategy and horizon: those of all its signals, by symbol, and by regime.</param>
/// <param name="Overlaps">The similarity of each pair of strategies.</param>
public sealed record SignalReport(IReadOnlyList<SignalStatistic> Statistics, IReadOnlyList<SignalOverlap> Overlaps)
{
    /// <summary>The version of the reports' format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;
}

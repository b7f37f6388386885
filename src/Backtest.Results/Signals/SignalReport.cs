namespace Backtest.Results;

/// <summary>What the signals of a run were worth: what <c>statistics.json</c> holds.</summary>
/// <param name="Statistics">Of each strategy, over each horizon: all its signals, those on each symbol, those in each regime.</param>
/// <param name="Overlaps">How alike strategies signal, two by two.</param>
public sealed record SignalReport(IReadOnlyList<SignalStatistic> Statistics, IReadOnlyList<SignalOverlap> Overlaps)
{
    /// <summary>The version of the form reports are written in.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;
}

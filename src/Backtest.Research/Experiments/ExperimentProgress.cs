namespace Backtest.Research;

/// <summary>The progress of an experiment.</summary>
/// <param name="Done">The number of trials that have ended.</param>
/// <param name="Planned">The total number of trials, or null if the method decides during the search.</param>
/// <param name="Run">The number of trials run by this execution, without those found done.</param>
/// <param name="Elapsed">How long this execution has taken so far.</param>
/// <param name="Best">The best trial so far, or null if there is none.</param>
public readonly record struct ExperimentProgress(int Done, int? Planned, int Run, TimeSpan Elapsed, TrialResult? Best)
{
    /// <summary>The current phase.</summary>
    public ExperimentPhase Phase { get; init; }

    /// <summary>The number of trials run per second.</summary>
    public double TrialsPerSecond => Elapsed > TimeSpan.Zero ? Run / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest will take at this speed, or null if unknown.</summary>
    public TimeSpan? Left => Planned is { } planned && TrialsPerSecond > 0 ? TimeSpan.FromSeconds((planned - Done) / TrialsPerSecond) : null;
}

namespace Backtest.Research;

/// <summary>How far an experiment is.</summary>
/// <param name="Done">Trials that have ended.</param>
/// <param name="Planned">Trials in all, or null where the method decides as it goes.</param>
/// <param name="Run">Trials that were run now, those that were found done aside.</param>
/// <param name="Elapsed">How long it has gone on now.</param>
/// <param name="Best">The best trial so far, or null if there is none.</param>
public readonly record struct ExperimentProgress(int Done, int? Planned, int Run, TimeSpan Elapsed, TrialResult? Best)
{
    /// <summary>What is being done.</summary>
    public ExperimentPhase Phase { get; init; }

    /// <summary>Trials run in a second.</summary>
    public double TrialsPerSecond => Elapsed > TimeSpan.Zero ? Run / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest will take at this speed, or null where that is not known.</summary>
    public TimeSpan? Left => Planned is { } planned && TrialsPerSecond > 0 ? TimeSpan.FromSeconds((planned - Done) / TrialsPerSecond) : null;
}

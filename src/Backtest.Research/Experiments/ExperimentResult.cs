namespace Backtest.Research;

/// <summary>The result of an experiment.</summary>
public sealed record ExperimentResult
{
    /// <summary>Its identity: the same search of the same data with the same plugins and engine is the same experiment.</summary>
    public required string Id { get; init; }

    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether it was interrupted; the same call resumes it.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>All trials, by number.</summary>
    public required IReadOnlyList<TrialResult> Trials { get; init; }

    /// <summary>The trials that may win, best first by the first objective; of equals, the earlier one.</summary>
    public required IReadOnlyList<TrialResult> Ranked { get; init; }

    /// <summary>The objectives, the decisive one first.</summary>
    public required IReadOnlyList<SearchGoal> Goals { get; init; }

    /// <summary>The family in which its trials are counted.</summary>
    public required string Family { get; init; }

    /// <summary>The total number of trials ever run in the family, including those of this experiment.</summary>
    public required long FamilyTrials { get; init; }

    /// <summary>How often the held-out days were viewed, or null if none are held out.</summary>
    public HoldoutCount? Holdout { get; init; }

    /// <summary>The surroundings of the best trial, by the first objective.</summary>
    public required SearchSurface Surface { get; init; }

    /// <summary>How far to believe the best trial; null if the experiment was interrupted, or the trial has no Sharpe ratio.</summary>
    public Significance? Significance { get; init; }

    /// <summary>
    /// Performance on days that winners were not chosen by; null if it was not requested, or the experiment was interrupted.
    /// </summary>
    public ValidationSummary? Validation { get; init; }

    /// <summary>Surface, significance and validation in words, one sentence per statement.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>The number of trials run by this execution; the others were found done.</summary>
    public required int Run { get; init; }

    /// <summary>Settings that are probably unintended.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

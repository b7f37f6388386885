namespace Backtest.Research;

/// <summary>What came of an experiment.</summary>
public sealed record ExperimentResult
{
    /// <summary>Its identity: the same search of the same data with the same plugins and engine is the same experiment.</summary>
    public required string Id { get; init; }

    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether it was interrupted: the same again goes on where it ended.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>All trials, by number.</summary>
    public required IReadOnlyList<TrialResult> Trials { get; init; }

    /// <summary>The trials that may win, the best first: by the first objective, of equals the one made first.</summary>
    public required IReadOnlyList<TrialResult> Ranked { get; init; }

    /// <summary>What is better, the decisive one first.</summary>
    public required IReadOnlyList<SearchGoal> Goals { get; init; }

    /// <summary>The family its trials are counted in.</summary>
    public required string Family { get; init; }

    /// <summary>How many trials of the family were ever made, those of this experiment included.</summary>
    public required long FamilyTrials { get; init; }

    /// <summary>How often the days held out were looked at; null where none are held out.</summary>
    public HoldoutCount? Holdout { get; init; }

    /// <summary>What surrounds the best trial, by the first objective.</summary>
    public required SearchSurface Surface { get; init; }

    /// <summary>How far the best trial is to be believed; null if it was interrupted, or has no Sharpe ratio.</summary>
    public Significance? Significance { get; init; }

    /// <summary>How it did on days its winners were not chosen by; null where that was not asked for, or it was interrupted.</summary>
    public ValidationSummary? Validation { get; init; }

    /// <summary>Surface, significance and validation in words, a sentence for each thing there is to say.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>How many trials were run now; the others were found done.</summary>
    public required int Run { get; init; }

    /// <summary>What is probably not meant so.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

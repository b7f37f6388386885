namespace Backtest.Research;

/// <summary>What an experiment is doing, in this order.</summary>
public enum ExperimentPhase
{
    /// <summary>Makes trials.</summary>
    Trials,

    /// <summary>Makes the trials of the windows of a walk-forward.</summary>
    Windows,

    /// <summary>Makes the best trials again, for their run folders.</summary>
    BestRuns,

    /// <summary>Tries what was chosen out of sample.</summary>
    Validation,

    /// <summary>Judges the winner: how significant it is, and what surrounds it.</summary>
    Judgement,
}

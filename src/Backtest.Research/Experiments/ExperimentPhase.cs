namespace Backtest.Research;

/// <summary>The phases of an experiment, in order.</summary>
public enum ExperimentPhase
{
    /// <summary>Runs trials.</summary>
    Trials,

    /// <summary>Runs the trials of the windows of a walk-forward.</summary>
    Windows,

    /// <summary>Runs the best trials again, for their run folders.</summary>
    BestRuns,

    /// <summary>Evaluates what was chosen out of sample.</summary>
    Validation,

    /// <summary>Evaluates the winner: how significant it is, and its surroundings.</summary>
    Judgement,
}

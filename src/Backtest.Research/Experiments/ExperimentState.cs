namespace Backtest.Research;

/// <summary>What an experiment is doing, or how it ended.</summary>
public enum ExperimentState
{
    /// <summary>A worker is at it.</summary>
    Running,

    /// <summary>It was interrupted, or its process was killed; the same again goes on.</summary>
    Interrupted,

    /// <summary>It ended with an error; the same again goes on.</summary>
    Failed,

    /// <summary>All its trials have ended, and what came of them is written.</summary>
    Complete,
}

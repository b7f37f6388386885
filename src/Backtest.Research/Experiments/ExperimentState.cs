namespace Backtest.Research;

/// <summary>The state of an experiment.</summary>
public enum ExperimentState
{
    /// <summary>A worker is executing it.</summary>
    Running,

    /// <summary>It was interrupted, or its process was killed; the same call resumes it.</summary>
    Interrupted,

    /// <summary>It ended with an error; the same call resumes it.</summary>
    Failed,

    /// <summary>All its trials have ended, and its results are written.</summary>
    Complete,
}

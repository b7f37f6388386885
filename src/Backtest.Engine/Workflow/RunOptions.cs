namespace Backtest.Engine;

/// <summary>Options for executing a run. None of them affects results.</summary>
public sealed record RunOptions
{
    /// <summary>Receives the events of the run; <see langword="null"/> if only the result is wanted.</summary>
    public IRunRecorder? Recorder { get; init; }

    /// <summary>Receives the progress of the run, about once per chunk.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Receives the messages of plugins and the engine.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Measures the time of stages; <see langword="null"/> if that is not wanted.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The maximum number of containers executed at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Whether portfolios take each turn individually, rather than only those in which something happens to them. This gives the same result but
    /// takes longer; it is meant for tests and for finding faults.
    /// </summary>
    public bool TakesEveryTurn { get; init; }

    /// <summary>The approximate memory of the bars of a chunk, in bytes.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;
}

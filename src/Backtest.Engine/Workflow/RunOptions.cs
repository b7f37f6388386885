namespace Backtest.Engine;

/// <summary>Options for executing a run, none of which changes a result.</summary>
public sealed record RunOptions
{
    /// <summary>Receives what happens; <see langword="null"/> if only the result is wanted.</summary>
    public IRunRecorder? Recorder { get; init; }

    /// <summary>Receives the progress of the run, about once a chunk.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Receives the messages of plugins and the engine.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Measures how long stages take; <see langword="null"/> if that is not wanted.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>How many containers may run at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Whether portfolios take each turn individually, rather than only those in which something happens to them. The result is the same and it takes
    /// longer: for tests, and to find a fault.
    /// </summary>
    public bool TakesEveryTurn { get; init; }

    /// <summary>The approximate memory of the bars of a chunk, in bytes.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;
}

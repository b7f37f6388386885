namespace Backtest.Engine;

/// <summary>How to run, where nothing of it changes a result.</summary>
public sealed record RunOptions
{
    /// <summary>Takes what happens; <see langword="null"/>: only the result is wanted.</summary>
    public IRunRecorder? Recorder { get; init; }

    /// <summary>Hears how far the run is, about once a chunk.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Takes what plugins and the engine have to say.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Measures how long stages take; <see langword="null"/>: that is not wanted.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>How many containers may run at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Whether portfolios take each turn by itself, rather than only those in which something happens to them. It comes to the same and takes
    /// longer: for tests, and to find a fault.
    /// </summary>
    public bool TakesEveryTurn { get; init; }

    /// <summary>About how much memory the bars of a chunk take, in bytes.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;
}

namespace Backtest.Engine;

/// <summary>Options for executing many runs, none of which changes a result.</summary>
public sealed record PassOptions
{
    /// <summary>How many trials may run at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The approximate memory of the bars of a chunk, in bytes.</summary>
    public int ChunkBytes { get; init; } = 1 << 18;

    /// <summary>
    /// The approximate memory that trials going through the data together may take, in bytes: those that do not fit go in another wave. One trial
    /// always goes.
    /// </summary>
    public long WaveBytes { get; init; } = 512L << 20;

    /// <summary>Whether events are hashed. Otherwise results have no hash, and the work for it is skipped.</summary>
    public bool HasHashes { get; init; } = true;

    /// <summary>Receives the progress of the trials, about once a chunk.</summary>
    public IProgress<PassProgress>? Progress { get; init; }

    /// <summary>Receives the messages of plugins and the engine.</summary>
    public IRunLog? Log { get; init; }
}

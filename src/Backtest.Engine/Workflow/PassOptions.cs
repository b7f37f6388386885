namespace Backtest.Engine;

/// <summary>Options for executing many runs. None of them affects results.</summary>
public sealed record PassOptions
{
    /// <summary>The maximum number of trials executed at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The approximate memory of the bars of a chunk, in bytes.</summary>
    public int ChunkBytes { get; init; } = 1 << 18;

    /// <summary>
    /// The approximate memory that trials going through the data together may use, in bytes: those that do not fit are executed in another wave. A
    /// wave has at least one trial.
    /// </summary>
    public long WaveBytes { get; init; } = 512L << 20;

    /// <summary>Whether events are hashed. Otherwise results have no hash, which saves the time for hashing.</summary>
    public bool HasHashes { get; init; } = true;

    /// <summary>Receives the progress of the trials, about once per chunk.</summary>
    public IProgress<PassProgress>? Progress { get; init; }

    /// <summary>Receives the messages of plugins and the engine.</summary>
    public IRunLog? Log { get; init; }
}

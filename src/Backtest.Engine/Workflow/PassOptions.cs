namespace Backtest.Engine;

/// <summary>How to make many runs, where nothing of it changes a result.</summary>
public sealed record PassOptions
{
    /// <summary>How many trials may run at once; at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>About how much memory the bars of a chunk take, in bytes.</summary>
    public int ChunkBytes { get; init; } = 1 << 18;

    /// <summary>
    /// About how much memory the trials that go through the data together may take, in bytes: what does not fit goes in a wave of its own. One
    /// always goes.
    /// </summary>
    public long WaveBytes { get; init; } = 512L << 20;

    /// <summary>Whether events are hashed. Otherwise results have no hash, and none of what it takes is done.</summary>
    public bool HasHashes { get; init; } = true;

    /// <summary>Hears how far the trials are, about once a chunk.</summary>
    public IProgress<PassProgress>? Progress { get; init; }

    /// <summary>Takes what plugins and the engine have to say.</summary>
    public IRunLog? Log { get; init; }
}

namespace Backtest.Research;

/// <summary>How to audit a run.</summary>
public sealed record AuditOptions
{
    /// <summary>The number of bars after which the future is changed, at least 1. Each costs up to four runs.</summary>
    public int Cuts { get; init; } = 12;

    /// <summary>
    /// Repeats the run in another process and returns the hash of each container, by its path, or null if it could not. Only this reveals what
    /// differs between processes, such as the order of hashed strings.
    /// </summary>
    public Func<CancellationToken, Task<IReadOnlyDictionary<string, string>?>>? Elsewhere { get; init; }

    /// <summary>Called before each run.</summary>
    public IProgress<AuditProgress>? Progress { get; init; }

    /// <summary>Receives messages of plugins and the engine during the whole run, or null to ignore them.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Measures how long the audit took.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>The progress of an audit.</summary>
/// <param name="Done">The number of runs completed.</param>
/// <param name="Planned">The total number of runs, as far as known.</param>
/// <param name="Doing">The purpose of the current run.</param>
public readonly record struct AuditProgress(int Done, int Planned, string Doing);

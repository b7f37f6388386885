namespace Backtest.Research;

/// <summary>How to audit a run.</summary>
public sealed record AuditOptions
{
    /// <summary>After how many bars the future is changed, at least 1. Each costs up to four runs.</summary>
    public int Cuts { get; init; } = 12;

    /// <summary>
    /// Makes the run once more in another process and gives the hash of each container, by its path, or null where it could not. What
    /// differs from one process to the next, such as the order of hashed texts, shows there only.
    /// </summary>
    public Func<CancellationToken, Task<IReadOnlyDictionary<string, string>?>>? Elsewhere { get; init; }

    /// <summary>Told before each run.</summary>
    public IProgress<AuditProgress>? Progress { get; init; }

    /// <summary>Takes what plugins and the engine have to say in the whole run; null to ignore it.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Tells how long it took.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>How far an audit is.</summary>
/// <param name="Done">Runs made.</param>
/// <param name="Planned">Runs in all, as far as is known.</param>
/// <param name="Doing">What is being tried.</param>
public readonly record struct AuditProgress(int Done, int Planned, string Doing);

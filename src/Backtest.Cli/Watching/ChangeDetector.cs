namespace Backtest.Cli.Watching;

/// <summary>Tells that files changed once they are at rest: what is still being written is waited for.</summary>
/// <param name="baseline">The files as they were.</param>
/// <param name="quiet">How long nothing may have changed for the files to be at rest.</param>
/// <param name="clock">Measures that time.</param>
internal sealed class ChangeDetector(FileSnapshot baseline, TimeSpan quiet, TimeProvider clock)
{
    private FileSnapshot? _pending;
    private long _since;

    /// <summary>Whether files have changed but may still be changing.</summary>
    public bool IsUnsettled => _pending is not null;

    /// <summary>Takes in how the files are now.</summary>
    /// <returns>What changed, the files being at rest; empty: nothing, or not yet.</returns>
    public IReadOnlyList<FileChange> Observe(FileSnapshot now)
    {
        IReadOnlyList<FileChange> changes = baseline.ChangesTo(now);
        if (changes.Count == 0)
        {
            _pending = null;
            return [];
        }

        if (_pending is not null && _pending.ChangesTo(now).Count == 0)
            return clock.GetElapsedTime(_since) >= quiet ? changes : [];
        _pending = now;
        _since = clock.GetTimestamp();
        return [];
    }
}

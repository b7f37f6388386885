namespace Backtest.Cli.Watching;

/// <summary>Reports changes of files once they have settled, waiting for files that are still being written.</summary>
/// <param name="baseline">The original state of the files.</param>
/// <param name="quiet">How long files must not change to count as settled.</param>
/// <param name="clock">Measures that time.</param>
internal sealed class ChangeDetector(FileSnapshot baseline, TimeSpan quiet, TimeProvider clock)
{
    private FileSnapshot? _pending;
    private long _since;

    /// <summary>Whether files have changed but may still be changing.</summary>
    public bool IsUnsettled => _pending is not null;

    /// <summary>Processes the present state of the files.</summary>
    /// <returns>The changes, once the files have settled; empty if there are none or they have not settled yet.</returns>
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

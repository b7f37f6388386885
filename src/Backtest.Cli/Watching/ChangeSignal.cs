namespace Backtest.Cli.Watching;

/// <summary>
/// Receives change notifications from the system. Changes without a notification (some file systems send none, and some get lost) are found when
/// the waiting time is over.
/// </summary>
internal sealed class ChangeSignal(TimeProvider clock) : IChangeSignal
{
    private readonly SemaphoreSlim _happened = new(initialCount: 0, maxCount: 1);
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <inheritdoc/>
    public void LookAfter(IEnumerable<WatchedFolder> folders)
    {
        StopWatching();
        foreach (WatchedFolder folder in folders.Distinct().Where(folder => Directory.Exists(folder.Path)))
        {
            try
            {
                Watch(folder);
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // The folder was deleted, or the system cannot watch more folders: the next check finds changes.
            }
        }
    }

    /// <inheritdoc/>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using CancellationTokenSource over = new(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            await _happened.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The waiting time is over.
        }
    }

    /// <inheritdoc/>
    public Task RestAsync(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, clock, cancellation);

    /// <inheritdoc/>
    public void Dispose() => StopWatching();

    private void Watch(WatchedFolder folder)
    {
        FileSystemWatcher watcher = new(folder.Path) { IncludeSubdirectories = folder.IsDeep };
        _watchers.Add(watcher);
        watcher.Changed += (_, _) => Happened();
        watcher.Created += (_, _) => Happened();
        watcher.Deleted += (_, _) => Happened();
        watcher.Renamed += (_, _) => Happened();
        watcher.Error += (_, _) => Happened();
        watcher.EnableRaisingEvents = true;
    }

    private void Happened()
    {
        lock (_happened)
        {
            if (_happened.CurrentCount == 0)
                _happened.Release();
        }
    }

    // The semaphore holds no handle, and a notification may still be on its way to it.
    private void StopWatching()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _watchers.Clear();
    }
}

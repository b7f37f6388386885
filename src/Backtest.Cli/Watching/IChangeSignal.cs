namespace Backtest.Cli.Watching;

/// <summary>Signals when to check for changes.</summary>
internal interface IChangeSignal : IDisposable
{
    /// <summary>Sets the folders to watch; missing ones are left to the next check.</summary>
    void LookAfter(IEnumerable<WatchedFolder> folders);

    /// <summary>Waits until something happens in them, or until a time limit.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellation);

    /// <summary>Waits for a time, whatever happens.</summary>
    Task RestAsync(TimeSpan time, CancellationToken cancellation);
}

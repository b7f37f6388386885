namespace Backtest.Cli.Watching;

/// <summary>Tells when it is worth looking for changes.</summary>
internal interface IChangeSignal : IDisposable
{
    /// <summary>Says which folders to look after from now on; those not there are left to the next look.</summary>
    void LookAfter(IEnumerable<WatchedFolder> folders);

    /// <summary>Waits until something happened in them, or for some time where nothing does.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellation);

    /// <summary>Waits for some time, whatever happens.</summary>
    Task RestAsync(TimeSpan time, CancellationToken cancellation);
}

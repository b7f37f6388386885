namespace Backtest.Hosting;

/// <summary>
/// Tells which plugins of a loader stay in memory after it was disposed. A load context goes when nothing refers to it any more: a thread,
/// a timer or a handler the plugin left behind keeps it.
/// </summary>
public sealed class PluginUnloading
{
    private const int Collections = 50;
    private const int AtOnce = 5;

    // Threads that have just come to the end of the run may refer to something of it for a moment.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly List<(string Package, WeakReference Context)> _contexts;

    internal PluginUnloading(IEnumerable<LoadedPackage> packages) =>
        _contexts = [.. packages.Select(package => (package.Id, new WeakReference(package.Context)))];

    /// <summary>Collects garbage until all are gone or it helps no more.</summary>
    /// <returns>The ids of the packages still there.</returns>
    public IReadOnlyList<string> Collect()
    {
        for (int round = 0; round < Collections && _contexts.Exists(one => one.Context.IsAlive); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (round >= AtOnce)
                Thread.Sleep(Pause);
        }

        return [.. _contexts.Where(one => one.Context.IsAlive).Select(one => one.Package)];
    }
}

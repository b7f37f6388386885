namespace Backtest.Hosting;

/// <summary>
/// Reports which plugins of a loader stay in memory after it was disposed. A load context is unloaded once nothing refers to it: a thread, timer or
/// handler that the plugin left behind keeps it alive.
/// </summary>
public sealed class PluginUnloading
{
    private const int Collections = 50;
    private const int AtOnce = 5;

    // Threads that have just finished the run may refer to parts of it for a moment.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly List<(string Package, WeakReference Context)> _contexts;

    internal PluginUnloading(IEnumerable<LoadedPackage> packages) =>
        _contexts = [.. packages.Select(package => (package.Id, new WeakReference(package.Context)))];

    /// <summary>Collects garbage until all contexts are unloaded, or gives up after a number of attempts.</summary>
    /// <returns>The ids of the packages still in memory.</returns>
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

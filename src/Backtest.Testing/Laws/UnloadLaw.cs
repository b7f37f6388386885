using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Backtest.Testing;

/// <summary>Once the plugin is loaded into its own context, run and released, nothing keeps it alive.</summary>
internal sealed class UnloadLaw : Law
{
    private const int AtOnce = 10;

    // While tests running at the same time compile code for the first time, the runtime keeps methods alive that it intends to optimize.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public override string Name => LawNames.Unload;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs];

    public override ConformanceFinding Examine(Examination examination)
    {
        if (examination.Origin is not { } origin)
            return NotExamined("its assembly has no file to load it from again");
        WeakReference context = RunAndDrop(examination, origin);
        Stopwatch watch = Stopwatch.StartNew();
        for (int round = 0; context.IsAlive && watch.Elapsed < Patience; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (round >= AtOnce)
                Thread.Sleep(Pause);
        }

        return context.IsAlive
            ? Broken(
                "after a run, its assembly stays in memory",
                "Something outside holds one of its objects: an event of the process, a timer, a thread, or a cache of the framework.")
            : Held("its assembly was unloaded after a run");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndDrop(Examination examination, PluginOrigin origin)
    {
        using FreshPlugin fresh = origin.Load();
        examination.Run(examination.Bars, fresh.Factory);
        return new WeakReference(AssemblyLoadContext.GetLoadContext(fresh.Factory.GetType().Assembly));
    }
}

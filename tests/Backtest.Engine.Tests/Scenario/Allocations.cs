namespace Backtest.Tests;

/// <summary>What a run allocates on its own thread.</summary>
internal static class Allocations
{
    /// <summary>
    /// The least of three runs: what the runtime does meanwhile (a collection that another test causes, its caches of casts that grow) counts
    /// as an allocation of the thread it happens on, and a run allocates the same each time.
    /// </summary>
    public static long Least(Func<long> run) => Enumerable.Range(0, 3).Min(_ => run());
}

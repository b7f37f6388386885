namespace Backtest.Tests;

/// <summary>Measures the allocation of a run on its own thread.</summary>
internal static class Allocations
{
    /// <summary>
    /// The minimum of three runs: other activity of the runtime (a collection caused by another test, its growing caches of casts) counts as an
    /// allocation of the thread it happens on, while a run allocates the same each time.
    /// </summary>
    public static long Least(Func<long> run) => Enumerable.Range(0, 3).Min(_ => run());
}

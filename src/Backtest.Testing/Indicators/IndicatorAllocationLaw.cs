using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Once warm, it allocates no memory per bar.</summary>
internal sealed class IndicatorAllocationLaw() : IndicatorLaw(LawNames.Allocation)
{
    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        BarSeries bars = examination.Bars;
        IndicatorStream stream = examination.CreateStream();
        for (int row = 0; row < bars.Count; row++)
            stream.Update(new BarEvent(bars, row));

        // The least of three: a collection that another test causes counts as an allocation of this thread.
        long bytes = Enumerable.Range(0, 3).Min(_ => Measure(stream, bars));
        return bytes == 0
            ? Held("no bar allocated")
            : Broken(
                FormattableString.Invariant($"{bytes} bytes for {bars.Count} bars"),
                "Create buffers in the constructor. Use no growing lists, LINQ, closures or boxing in Update.");
    }

    private static long Measure(IndicatorStream stream, BarSeries bars)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int row = 0; row < bars.Count; row++)
            stream.Update(new BarEvent(bars, row));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

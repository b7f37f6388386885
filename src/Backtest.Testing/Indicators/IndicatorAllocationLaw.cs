using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Once warm, a bar costs no memory.</summary>
internal sealed class IndicatorAllocationLaw() : IndicatorLaw(LawNames.Allocation)
{
    public override ConformanceFinding Examine(IndicatorExamination examination)
    {
        BarSeries bars = examination.Bars;
        IndicatorStream stream = examination.CreateStream();
        for (int row = 0; row < bars.Count; row++)
            stream.Update(new BarEvent(bars, row));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int row = 0; row < bars.Count; row++)
            stream.Update(new BarEvent(bars, row));
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return bytes == 0
            ? Held("no bar allocated")
            : Broken(
                FormattableString.Invariant($"{bytes} bytes for {bars.Count} bars"),
                "Make buffers in the constructor; no lists that grow, LINQ, closures or boxing in Update.");
    }
}

using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>Merges series by the ends of their bars with a binary heap of the series, as hand-written code would.</summary>
public static class HeapMerge
{
    /// <summary>Merges all bars.</summary>
    public static MergeOutcome Run(IReadOnlyList<BarSeries> series)
    {
        var heap = new (long End, int Series)[series.Count];
        int[] rows = new int[series.Count];
        int size = 0;
        foreach (BarSeries bars in series)
        {
            heap[size++] = (bars.End[0], bars.Index);
            Rise(heap, size - 1);
        }

        var outcome = new MergeOutcome();
        while (size > 0)
        {
            (long end, int next) = heap[0];
            outcome.Take(end, next, rows[next]);
            BarSeries bars = series[next];
            if (++rows[next] < bars.Count)
                heap[0].End = bars.End[rows[next]];
            else
                heap[0] = heap[--size];
            Sink(heap, size);
        }

        return outcome;
    }

    private static void Rise((long End, int Series)[] heap, int at)
    {
        for (; at > 0 && heap[at].CompareTo(heap[(at - 1) / 2]) < 0; at = (at - 1) / 2)
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
    }

    private static void Sink((long End, int Series)[] heap, int size)
    {
        int at = 0;
        (long End, int Series) top = heap[0];
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= size)
                break;
            if (child + 1 < size && IsBefore(heap[child + 1], heap[child]))
                child++;
            if (!IsBefore(heap[child], top))
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = top;
    }

    private static bool IsBefore((long End, int Series) left, (long End, int Series) right) =>
        left.End < right.End || (left.End == right.End && left.Series < right.Series);
}

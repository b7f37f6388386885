using System.Numerics;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Sorts the rows of many series by their ends, and rows with equal ends by series. It sorts into buckets of time, about as many as there are rows,
/// so the cost per row does not depend on the number of series or on whether they are in step.
/// </summary>
internal sealed class RowSort
{
    private const int Few = 32;

    private int[] _places = [];
    private long[] _ends = [];
    private TurnBar[] _bars = [];

    /// <summary>The number of rows sorted.</summary>
    public int Count { get; private set; }

    /// <summary>The ends of the rows, UTC ticks, in order.</summary>
    public ReadOnlySpan<long> Ends => _ends.AsSpan(0, Count);

    /// <summary>The rows, in order.</summary>
    public ReadOnlySpan<TurnBar> Bars => _bars.AsSpan(0, Count);

    /// <summary>Sorts all rows of the chunk.</summary>
    public void Sort(ReadOnlySpan<BarSeries> series)
    {
        Count = 0;
        long first = long.MaxValue;
        long last = long.MinValue;
        foreach (BarSeries bars in series)
        {
            if (bars.Count == 0)
                continue;
            Count += bars.Count;
            first = Math.Min(first, bars.End[0]);
            last = Math.Max(last, bars.End[bars.Count - 1]);
        }

        if (Count == 0)
            return;
        int bits = BitOperations.Log2((uint)Count) + 1;
        int shift = Math.Max(0, BitOperations.Log2((ulong)(last - first) | 1) + 1 - bits);
        Grow(1 << bits);
        Span<int> places = _places.AsSpan(0, 1 << bits);
        Reserve(series, places, first, shift);
        Place(series, places, first, shift);
        int from = 0;
        foreach (int to in places)
        {
            if (to - from > 1)
                Tidy(_ends.AsSpan(from, to - from), _bars.AsSpan(from, to - from));
            from = to;
        }
    }

    /// <summary>Computes where each bucket begins.</summary>
    private static void Reserve(ReadOnlySpan<BarSeries> series, Span<int> places, long first, int shift)
    {
        places.Clear();
        foreach (BarSeries bars in series)
        {
            foreach (long end in bars.End.AsSpan(0, bars.Count))
                places[(int)((end - first) >> shift)]++;
        }

        int place = 0;
        foreach (ref int bucket in places)
        {
            int rows = bucket;
            bucket = place;
            place += rows;
        }
    }

    /// <summary>Puts each row in its bucket; afterward each place is the end of its bucket.</summary>
    private void Place(ReadOnlySpan<BarSeries> series, Span<int> places, long first, int shift)
    {
        foreach (BarSeries bars in series)
        {
            ReadOnlySpan<long> ends = bars.End.AsSpan(0, bars.Count);
            for (int row = 0; row < ends.Length; row++)
            {
                int place = places[(int)((ends[row] - first) >> shift)]++;
                _ends[place] = ends[row];
                _bars[place] = new TurnBar(bars.Index, row);
            }
        }
    }

    /// <summary>Sorts the rows of one bucket, which are in the order of the series; in most buckets all rows have the same end.</summary>
    private static void Tidy(Span<long> ends, Span<TurnBar> bars)
    {
        int sorted = 1;
        while (sorted < ends.Length && ends[sorted] >= ends[sorted - 1])
            sorted++;
        if (sorted == ends.Length)
            return;
        if (ends.Length > Few)
        {
            SortMany(ends, bars);
            return;
        }

        for (; sorted < ends.Length; sorted++)
        {
            (long end, TurnBar bar) = (ends[sorted], bars[sorted]);
            int at = sorted;
            for (; at > 0 && ends[at - 1] > end; at--)
                (ends[at], bars[at]) = (ends[at - 1], bars[at - 1]);
            (ends[at], bars[at]) = (end, bar);
        }
    }

    private static void SortMany(Span<long> ends, Span<TurnBar> bars)
    {
        ends.Sort(bars);
        int from = 0;
        for (int to = 1; to <= ends.Length; to++)
        {
            if (to < ends.Length && ends[to] == ends[from])
                continue;
            bars[from..to].Sort(static (left, right) => left.Series.CompareTo(right.Series));
            from = to;
        }
    }

    private void Grow(int buckets)
    {
        if (_places.Length < buckets)
            _places = new int[buckets];
        if (_ends.Length >= Count)
            return;
        int capacity = Math.Max(Count, _ends.Length * 2);
        _ends = new long[capacity];
        _bars = new TurnBar[capacity];
    }
}

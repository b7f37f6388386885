using System.Numerics;
using System.Runtime.InteropServices;

namespace Backtest.Research;

/// <summary>Draws periods in blocks of geometric length, which preserves most of the order of periods (Politis and Romano, 1994).</summary>
public static class StationaryBootstrap
{
    /// <summary>The number of resamples counted at once.</summary>
    internal static int Lanes => Vector<long>.Count;

    /// <summary>Draws a resample.</summary>
    /// <param name="periods">The number of periods to draw from, and of draws.</param>
    /// <param name="restart">The probability that a block ends after a period.</param>
    /// <param name="seed">The seed of all random numbers.</param>
    /// <param name="number">The number of the resample, which has its own random numbers.</param>
    public static int[] Draw(int periods, double restart, ulong seed, int number)
    {
        int[] drawn = new int[periods];
        Draw(drawn, periods, restart, seed, number);
        return drawn;
    }

    /// <summary>Draws as many periods as a reusable array holds.</summary>
    internal static void Draw(Span<int> drawn, int periods, double restart, ulong seed, int number)
    {
        var random = new SearchRandom(seed, (ulong)number);
        int next = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            bool begins = i == 0 || random.NextUnit() < restart;
            next = begins ? random.NextInt32(periods) : next + 1;
            next = next < periods ? next : 0;
            drawn[i] = next;
        }
    }

    /// <summary>
    /// Counts how often each period occurs in some resamples, those that <see cref="Draw(int, double, ulong, int)"/> returns. The resamples are the
    /// lanes of vectors: the ends of blocks are unpredictable, so nothing branches on them.
    /// </summary>
    /// <param name="counts">The counts of each resample, initially zero; as many as <see cref="Lanes"/>, or fewer.</param>
    /// <param name="periods">The number of periods to draw from, and of draws.</param>
    /// <param name="restart">The probability that a block ends after a period.</param>
    /// <param name="seed">The seed of all random numbers.</param>
    /// <param name="first">The number of the first resample.</param>
    internal static void Count(ReadOnlySpan<ushort[]> counts, int periods, double restart, ulong seed, int first)
    {
        const int AtOnce = 64;
        Span<Vector<long>> drawn = stackalloc Vector<long>[AtOnce];
        var random = new SearchRandomLanes(seed, (ulong)first);
        var ended = new Vector<long>(periods);
        Vector<long> limit = SearchRandomLanes.LimitOf(restart);
        Vector<long> next = ended;
        for (int from = 0; from < periods; from += AtOnce)
        {
            int count = Math.Min(AtOnce, periods - from);
            for (int i = 0; i < count; i++)
            {
                Vector<long> begins = from + i == 0 ? Vector<long>.AllBitsSet : random.NextIsBelow(limit);
                Vector<long> begun = random.NextInt64(periods, begins);
                Vector<long> following = next + Vector<long>.One;
                following = Vector.AndNot(following, Vector.Equals(following, ended));
                next = Vector.ConditionalSelect(begins, begun, following);
                drawn[i] = next;
            }

            ReadOnlySpan<long> all = MemoryMarshal.Cast<Vector<long>, long>(drawn[..count]);
            for (int lane = 0; lane < counts.Length; lane++)
                Add(counts[lane], all[lane..]);
        }
    }

    private static void Add(Span<ushort> counts, ReadOnlySpan<long> drawn)
    {
        for (int i = 0; i < drawn.Length; i += Vector<long>.Count)
            checked { counts[(int)drawn[i]]++; }
    }
}

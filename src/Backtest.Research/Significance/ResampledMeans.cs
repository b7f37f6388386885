using System.Numerics;
using System.Runtime.InteropServices;

namespace Backtest.Research;

/// <summary>
/// The mean return of each strategy in each resample. Each lane of a vector holds one resample, so that each sum is taken in order of time,
/// whatever the vector width and the number of threads.
/// </summary>
/// <param name="returns">The returns.</param>
/// <param name="resamples">Resamples of their periods.</param>
internal sealed class ResampledMeans(TrialReturns returns, Resamples resamples)
{
    private const int VectorsAtOnce = 4; // as many sums for two strategies as fit into registers
    private const int TilesAtOnce = 4; // per read of the returns from memory
    private const int PeriodsAtOnce = 256; // few enough that their counts for some resamples stay in the cache

    private static readonly int Width = VectorsAtOnce * Vector<double>.Count;

    /// <summary>Receives the means of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="first">The first resample.</param>
    /// <param name="means">The means of the first and the following resamples.</param>
    public delegate void Visit(int strategy, int first, ReadOnlySpan<double> means);

    /// <summary>Enumerates all strategies for some resamples, then for the next ones.</summary>
    /// <param name="visit">Receives the means: concurrently for different resamples, in order of strategies for the same ones.</param>
    /// <param name="workers">The number of threads.</param>
    public void ForEach(Visit visit, int workers)
    {
        int width = Width * TilesAtOnce;
        Parallel.For(
            0,
            (resamples.Count + width - 1) / width,
            new ParallelOptions { MaxDegreeOfParallelism = workers },
            () => new Scratch(returns.Strategies),
            (group, _, scratch) =>
            {
                Add(group * width, scratch);
                int count = Math.Min(width, resamples.Count - (group * width));
                for (int strategy = 0; strategy < returns.Strategies; strategy++)
                {
                    Span<double> means = scratch.Sums.AsSpan(strategy * width, count);
                    Rows.Divide(means, returns.Periods);
                    visit(strategy, group * width, means);
                }

                return scratch;
            },
            _ => { });
    }

    private void Add(int first, Scratch scratch)
    {
        Array.Clear(scratch.Sums);
        for (int from = 0; from < returns.Periods; from += PeriodsAtOnce)
        {
            int periods = Math.Min(PeriodsAtOnce, returns.Periods - from);
            for (int tile = 0; tile < TilesAtOnce; tile++)
                Arrange(first + (tile * Width), from, periods, scratch.Counts[tile]);
            for (int strategy = 0; strategy < returns.Strategies; strategy += 2)
            {
                ReadOnlySpan<double> one = returns.Series(strategy).Slice(from, periods);
                // With an odd number of strategies, the last is paired with itself and the second sum is ignored.
                bool isPair = strategy + 1 < returns.Strategies;
                ReadOnlySpan<double> other = isPair ? returns.Series(strategy + 1).Slice(from, periods) : one;
                Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(scratch.Sums.AsSpan(strategy * Width * TilesAtOnce));
                Span<Vector<double>> otherSums = isPair ? sums[(VectorsAtOnce * TilesAtOnce)..] : scratch.Unused;
                for (int tile = 0; tile < TilesAtOnce; tile++)
                {
                    ReadOnlySpan<Vector<double>> counts = MemoryMarshal.Cast<double, Vector<double>>(scratch.Counts[tile]);
                    Sum(one, other, counts, sums[(tile * VectorsAtOnce)..], otherSums[(tile * VectorsAtOnce)..]);
                }
            }
        }
    }

    /// <summary>Writes how often each period occurs in some resamples, with the counts of a period next to each other.</summary>
    private void Arrange(int first, int from, int periods, double[] counts)
    {
        for (int lane = 0; lane < Width; lane++)
        {
            if (first + lane >= resamples.Count)
                return; // the other lanes are not read
            ReadOnlySpan<ushort> drawn = resamples.CountsOf(first + lane).Slice(from, periods);
            for (int period = 0; period < drawn.Length; period++)
                counts[(period * Width) + lane] = drawn[period];
        }
    }

    private static void Sum(
        ReadOnlySpan<double> one, ReadOnlySpan<double> other, ReadOnlySpan<Vector<double>> counts, Span<Vector<double>> sums, Span<Vector<double>> otherSums)
    {
        (Vector<double> a0, Vector<double> a1, Vector<double> a2, Vector<double> a3) = (sums[0], sums[1], sums[2], sums[3]);
        (Vector<double> b0, Vector<double> b1, Vector<double> b2, Vector<double> b3) = (otherSums[0], otherSums[1], otherSums[2], otherSums[3]);
        for (int period = 0; period < one.Length; period++)
        {
            ReadOnlySpan<Vector<double>> row = counts.Slice(period * VectorsAtOnce, VectorsAtOnce);
            var a = new Vector<double>(one[period]);
            var b = new Vector<double>(other[period]);
            a0 += a * row[0];
            b0 += b * row[0];
            a1 += a * row[1];
            b1 += b * row[1];
            a2 += a * row[2];
            b2 += b * row[2];
            a3 += a * row[3];
            b3 += b * row[3];
        }

        (sums[0], sums[1], sums[2], sums[3]) = (a0, a1, a2, a3);
        (otherSums[0], otherSums[1], otherSums[2], otherSums[3]) = (b0, b1, b2, b3);
    }

    /// <summary>The buffers of a thread.</summary>
    private sealed class Scratch(int strategies)
    {
        public double[] Sums { get; } = new double[strategies * Width * TilesAtOnce];

        public double[][] Counts { get; } = [.. Enumerable.Range(0, TilesAtOnce).Select(_ => new double[PeriodsAtOnce * Width])];

        public Vector<double>[] Unused { get; } = new Vector<double>[VectorsAtOnce * TilesAtOnce];
    }
}

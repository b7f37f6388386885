using System.Numerics;
using System.Runtime.InteropServices;

namespace Backtest.Research;

/// <summary>The mean return of each strategy in each resample, a few resamples at a time.</summary>
/// <param name="returns">The returns.</param>
/// <param name="resamples">Resamples of their periods.</param>
internal sealed class ResampledMeans(TrialReturns returns, Resamples resamples)
{
    private const int VectorsAtOnce = 4;

    private static readonly int Width = VectorsAtOnce * Vector<double>.Count;

    /// <summary>Is given the means of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="first">The first resample.</param>
    /// <param name="means">The means in it and those that follow.</param>
    public delegate void Visit(int strategy, int first, ReadOnlySpan<double> means);

    /// <summary>Goes through all strategies for some resamples, then for the next.</summary>
    public void ForEach(Visit visit)
    {
        double[][] series = [.. Enumerable.Range(0, returns.Strategies).Select(returns.OfStrategy)];
        double[] counts = new double[returns.Periods * Width]; // of the resamples at hand: small enough for the cache
        Span<double> means = stackalloc double[Width];
        for (int first = 0; first < resamples.Count; first += Width)
        {
            int count = Math.Min(Width, resamples.Count - first);
            for (int period = 0; period < returns.Periods; period++)
                resamples.InPeriod(period).Slice(first, count).CopyTo(counts.AsSpan(period * Width));
            for (int strategy = 0; strategy < series.Length; strategy++)
            {
                Sum(series[strategy], MemoryMarshal.Cast<double, Vector<double>>(counts), MemoryMarshal.Cast<double, Vector<double>>(means));
                Rows.Divide(means, returns.Periods);
                visit(strategy, first, means[..count]);
            }
        }
    }

    private static void Sum(double[] series, ReadOnlySpan<Vector<double>> counts, Span<Vector<double>> sums)
    {
        Vector<double> first = default;
        Vector<double> second = default;
        Vector<double> third = default;
        Vector<double> fourth = default;
        for (int i = 0; i < series.Length; i++)
        {
            var value = new Vector<double>(series[i]);
            ReadOnlySpan<Vector<double>> row = counts.Slice(i * VectorsAtOnce, VectorsAtOnce);
            first += value * row[0];
            second += value * row[1];
            third += value * row[2];
            fourth += value * row[3];
        }

        sums[0] = first;
        sums[1] = second;
        sums[2] = third;
        sums[3] = fourth;
    }
}

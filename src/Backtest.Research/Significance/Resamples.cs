namespace Backtest.Research;

/// <summary>Resamples of periods: how often each period occurs in each of them.</summary>
public sealed class Resamples
{
    private readonly ushort[][] _counts;

    /// <param name="periods">The number of periods.</param>
    /// <param name="count">The number of resamples.</param>
    /// <param name="restart">The probability that a block ends after a period: the reciprocal of the mean block length.</param>
    /// <param name="draws">The periods of each resample, as many as there are periods.</param>
    public Resamples(int periods, int count, double restart, IEnumerable<IEnumerable<int>> draws)
        : this(periods, count, restart)
    {
        foreach ((int resample, IEnumerable<int> drawn) in draws.Index())
        {
            foreach (int period in drawn)
                checked { _counts[resample][period]++; }
        }
    }

    private Resamples(int periods, int count, double restart)
    {
        Periods = periods;
        Restart = restart;
        _counts = new ushort[count][];
        for (int resample = 0; resample < count; resample++)
            _counts[resample] = new ushort[periods];
    }

    /// <summary>The number of periods.</summary>
    public int Periods { get; }

    /// <summary>The number of resamples.</summary>
    public int Count => _counts.Length;

    /// <summary>The probability that a block ends after a period.</summary>
    public double Restart { get; }

    /// <summary>
    /// Draws resamples by the stationary bootstrap (Politis and Romano, 1994), with blocks of geometric length that wrap around the end.
    /// </summary>
    /// <param name="periods">The number of periods.</param>
    /// <param name="count">The number of resamples to draw.</param>
    /// <param name="blockLength">The mean length of a block, in periods; at least 1.</param>
    /// <param name="seed">The seed of all random numbers.</param>
    /// <param name="workers">The number of threads; each resample has its own random numbers, so the result does not depend on it.</param>
    public static Resamples Stationary(int periods, int count, double blockLength, ulong seed, int workers = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);
        var resamples = new Resamples(periods, count, restart: 1 / blockLength);
        int lanes = StationaryBootstrap.Lanes;
        Parallel.For(0, (count + lanes - 1) / lanes, new ParallelOptions { MaxDegreeOfParallelism = workers }, group =>
        {
            int first = group * lanes;
            Span<ushort[]> counts = resamples._counts.AsSpan(first, Math.Min(lanes, count - first));
            StationaryBootstrap.Count(counts, periods, resamples.Restart, seed, first);
        });
        return resamples;
    }

    /// <summary>How often each period occurs in a resample.</summary>
    internal ReadOnlySpan<ushort> CountsOf(int resample) => _counts[resample];
}

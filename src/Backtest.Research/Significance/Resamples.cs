namespace Backtest.Research;

/// <summary>Resamples of periods: how often each period is in each of them.</summary>
public sealed class Resamples
{
    private readonly double[] _counts; // those of all resamples in a period are next to each other

    /// <param name="periods">How many periods there are.</param>
    /// <param name="count">How many resamples there are.</param>
    /// <param name="restart">The probability that a block ends with a period: one over the mean block length.</param>
    /// <param name="draws">The periods of each resample, as many as there are.</param>
    public Resamples(int periods, int count, double restart, IEnumerable<IEnumerable<int>> draws)
    {
        Periods = periods;
        Count = count;
        Restart = restart;
        _counts = new double[periods * count];
        foreach ((int resample, IEnumerable<int> drawn) in draws.Index())
        {
            foreach (int period in drawn)
                _counts[(period * count) + resample]++;
        }
    }

    /// <summary>How many periods each has.</summary>
    public int Periods { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The probability that a block ends with a period.</summary>
    public double Restart { get; }

    /// <summary>Draws resamples by the stationary bootstrap (Politis and Romano, 1994): blocks of geometric length, around the end of time.</summary>
    /// <param name="periods">How many periods there are.</param>
    /// <param name="count">How many resamples to draw.</param>
    /// <param name="blockLength">The mean length of a block, in periods; at least 1.</param>
    /// <param name="seed">What chance follows from.</param>
    public static Resamples Stationary(int periods, int count, double blockLength, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);
        double restart = 1 / blockLength;
        return new Resamples(
            periods, count, restart, Enumerable.Range(0, count).Select(resample => StationaryBootstrap.Draw(periods, restart, seed, resample)));
    }

    /// <summary>How often a period is in each resample.</summary>
    internal ReadOnlySpan<double> InPeriod(int period) => _counts.AsSpan(period * Count, Count);
}

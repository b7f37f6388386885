using Backtest.Results;

namespace Backtest.Research;

/// <summary>The trials of a search that can be compared with its winner: complete and over the same days, each counted once.</summary>
/// <param name="Days">The days, as day numbers.</param>
/// <param name="Returns">The return of each trial on each day; the winner comes first.</param>
/// <param name="Numbers">The trials' numbers, in the order of the returns.</param>
/// <param name="IsSample">Whether there were more trials than are kept in memory, so that an even sample was taken.</param>
internal sealed record ComparedTrials(int[] Days, TrialReturns Returns, int[] Numbers, bool IsSample)
{
    private const int MostReturns = 4_000_000;

    /// <summary>Reads the returns of trials.</summary>
    /// <param name="winner">The winner.</param>
    /// <param name="trials">All trials.</param>
    /// <param name="stored">The location of returns, by the keys of trials.</param>
    public static ComparedTrials Read(TrialResult winner, IReadOnlyList<TrialResult> trials, IReadOnlyDictionary<string, StoredReturns> stored)
    {
        StoredReturns first = stored[winner.Key];
        int[] days = new int[first.Count];
        double[] returns = new double[first.Count];
        using var reader = new ReturnsReader();
        reader.Read(first, days, returns);
        TrialResult[] others =
        [
            .. trials.Where(trial => trial.Status == TrialStatus.Complete)
                .Where(trial => stored.TryGetValue(trial.Key, out StoredReturns of) && of.Count == days.Length)
                .DistinctBy(trial => trial.Key).Where(trial => trial.Key != winner.Key),
        ];
        int most = Math.Max(1, MostReturns / Math.Max(1, days.Length)) - 1;
        bool isSample = others.Length > most;
        var all = new List<double[]> { returns };
        var numbers = new List<int> { winner.Number };
        int[] own = new int[days.Length];
        for (int i = 0; i < Math.Min(most, others.Length); i++)
        {
            TrialResult other = others[isSample ? (int)((long)i * others.Length / most) : i];
            double[] read = new double[days.Length];
            reader.Read(stored[other.Key], own, read);
            if (own.AsSpan().SequenceEqual(days) && Array.TrueForAll(read, double.IsFinite))
            {
                all.Add(read);
                numbers.Add(other.Number);
            }
        }

        return new ComparedTrials(days, new TrialReturns([.. all]), [.. numbers], isSample);
    }

    /// <summary>The returns in excess of a benchmark's, both compounded over the days they have in common.</summary>
    public TrialReturns Above(Benchmark benchmark)
    {
        DateOnly[] days = [.. Days.Select(DateOnly.FromDayNumber)];
        var series = new List<double[]>();
        for (int strategy = 0; strategy < Returns.Strategies; strategy++)
        {
            double wealth = 1;
            double[] values = [.. Returns.OfStrategy(strategy).Select(value => wealth *= 1 + value)];
            (double[] own, double[] other) = benchmark.Returns(days, values);
            series.Add([.. own.Zip(other, (first, second) => first - second)]);
        }

        return new TrialReturns([.. series]);
    }
}

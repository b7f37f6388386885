using System.Diagnostics;

namespace Backtest.Testing;

/// <summary>The moments most worth examining: bars on which something was decided, those before them, and some in between.</summary>
internal static class Moments
{
    private const int AtLeast = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The ends of such bars except the last, within a time limit: a model that trains long is examined in fewer places.</summary>
    /// <param name="decisions">What was decided.</param>
    /// <param name="ends">The ends of all bars.</param>
    /// <param name="decided">The maximum number of bars with decisions.</param>
    /// <param name="between">The number of others.</param>
    public static IEnumerable<long> Of(IReadOnlyList<Decision> decisions, long[] ends, int decided, int between)
    {
        long[] changes = [.. Changes(decisions).Distinct()];
        IEnumerable<long> chosen = Spread(changes, decided)
            .SelectMany(time => new[] { time, Before(ends, time) })
            .Concat(Spread(ends, between));
        long[] moments = [.. chosen.Where(time => time > 0 && time < ends[^1]).Distinct().Order()];
        long[] first = [.. Spread(moments, AtLeast)];
        var watch = Stopwatch.StartNew();
        int looked = 0;
        foreach (long moment in first.Concat(moments.Except(first)))
        {
            if (looked++ >= AtLeast && watch.Elapsed > Patience)
                yield break;
            yield return moment;
        }
    }

    /// <summary>All signals and answers, and regimes that differ from the one before.</summary>
    private static IEnumerable<long> Changes(IReadOnlyList<Decision> decisions)
    {
        var regimes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Decision decision in decisions)
        {
            if (decision.Fact is RecordedRegime regime)
            {
                if (regimes.GetValueOrDefault(decision.Symbol) == regime.Name)
                    continue;
                regimes[decision.Symbol] = regime.Name;
            }

            yield return decision.Time;
        }
    }

    private static IEnumerable<long> Spread(long[] times, int count) => times.Length <= count
        ? times
        : Enumerable.Range(0, count).Select(i => times[(int)((long)i * (times.Length - 1) / (count - 1))]);

    private static long Before(long[] ends, long time)
    {
        int place = Array.BinarySearch(ends, time);
        return place > 0 ? ends[place - 1] : 0;
    }
}

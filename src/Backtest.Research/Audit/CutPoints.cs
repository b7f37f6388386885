namespace Backtest.Research;

/// <summary>
/// Chooses the bars after which the future is changed. A plugin that looks one bar ahead shows it only at a bar at which it decides, so most of the
/// chosen bars have decisions: some from each place that decides, spread over its time.
/// </summary>
internal static class CutPoints
{
    private const int Between = 3;

    /// <summary>The ends of the bars, UTC ticks, in order.</summary>
    /// <param name="whole">The whole run.</param>
    /// <param name="ends">The ends of all its bars.</param>
    /// <param name="count">The number of bars to choose.</param>
    public static IReadOnlyList<long> Of(RunTrace whole, long[] ends, int count)
    {
        var chosen = new SortedSet<long>();
        // The last bar has no future, and nothing can have happened before the first.
        if (ends.Length < 3)
            return [];
        int evenly = Math.Min(Between, count);
        for (int i = 1; i <= evenly; i++)
            chosen.Add(ends[(int)((long)i * (ends.Length - 1) / (evenly + 1))]);

        long[][] deciding =
        [
            .. whole.Streams.OfType<EventStream>()
                .Where(stream => stream.Place.Stage <= TraceStage.Order)
                .Select(stream => stream.Events.Select(item => item.Time).Where(time => time < ends[^1]).Distinct().ToArray())
                .Where(times => times.Length > 0),
        ];
        // Take one decision of each place in turn: the one in the middle, then those at the quarters, the eighths and so on.
        for (int round = 1; chosen.Count < count && round <= deciding.Select(times => times.Length).DefaultIfEmpty(0).Max(); round++)
        {
            foreach (long[] times in deciding.Where(times => round <= times.Length))
            {
                if (chosen.Count < count)
                    chosen.Add(times[Math.Min(times.Length - 1, (int)(Spread(round) * times.Length))]);
            }
        }

        return [.. chosen];
    }

    /// <summary>The van der Corput sequence in base 2: 1/2, 1/4, 3/4, 1/8, …</summary>
    private static double Spread(int number)
    {
        double value = 0;
        for (double part = 0.5; number > 0; number >>= 1, part /= 2)
            value += (number & 1) * part;
        return value;
    }
}

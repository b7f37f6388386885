namespace Backtest.Data.Csv.Recognition;

/// <summary>How far apart the bars of the start of a file are, and in which order.</summary>
/// <param name="Order">The order; <see langword="null"/>: there are too few bars to say.</param>
/// <param name="Timeframe">The length of the bars, where their distances are plain; <see langword="null"/>: they are not.</param>
/// <param name="Steps">How many distances there are.</param>
internal sealed record Spacing(RowOrder? Order, Timeframe? Timeframe, int Steps)
{
    private const int FewestSteps = 3;
    private const int ManySteps = 10;

    /// <summary>Looks at times by symbol, in the order of their rows.</summary>
    public static Spacing Of(IEnumerable<(string Symbol, long Clock)> times)
    {
        int forward = 0;
        int backward = 0;
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        var steps = new List<long>();
        foreach ((string symbol, long clock) in times)
        {
            if (last.TryGetValue(symbol, out long before) && clock != before)
            {
                forward += clock > before ? 1 : 0;
                backward += clock < before ? 1 : 0;
                steps.Add(Math.Abs(clock - before));
            }

            last[symbol] = clock;
        }

        return new Spacing(FindOrder(forward, backward), FindTimeframe(steps), steps.Count);
    }

    private static RowOrder? FindOrder(int forward, int backward)
    {
        if (forward + backward == 0)
            return null;
        if (forward >= 2 * backward)
            return RowOrder.OldestFirst;
        return backward >= 2 * forward ? RowOrder.NewestFirst : RowOrder.Unsorted;
    }

    private static Timeframe? FindTimeframe(List<long> steps)
    {
        if (steps.Count < FewestSteps)
            return null;
        if (FindMonths(steps) is { } months)
            return months;
        IGrouping<long, long> usual = steps.GroupBy(step => step).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        long shortest = usual.Key;

        // In many bars the last, which is not over, may be nearer; anything else that is nearer leaves the length open.
        int nearer = steps.Count(step => step < shortest);
        bool isPlain = nearer <= (steps.Count >= ManySteps ? 1 : 0) && 2 * usual.Count() >= steps.Count;
        Timeframe? length = isPlain ? Length(shortest) : null;

        // A few days may be apart by weekends and holidays alone.
        return length is { Unit: 'd', Count: > 1 } && steps.Count < ManySteps ? null : length;
    }

    /// <summary>Months are not all as long, and their first and last sessions are on other days; the last bar may be of one that is not over.</summary>
    private static Timeframe? FindMonths(List<long> steps)
    {
        foreach ((Timeframe timeframe, int fewest, int most) in new[] { (new Timeframe(1, 'M'), 25, 35), (new Timeframe(1, 'q'), 85, 97) })
        {
            int alike = steps.Count(step => step >= fewest * TimeSpan.TicksPerDay && step <= most * TimeSpan.TicksPerDay);
            if (alike >= steps.Count - (steps.Count >= ManySteps ? 1 : 0))
                return timeframe;
        }

        return null;
    }

    private static Timeframe? Length(long ticks)
    {
        foreach ((char unit, long length) in new[]
        {
            ('w', 7 * TimeSpan.TicksPerDay), ('d', TimeSpan.TicksPerDay), ('h', TimeSpan.TicksPerHour),
            ('m', TimeSpan.TicksPerMinute), ('s', TimeSpan.TicksPerSecond),
        })
        {
            if (ticks % length == 0)
                return new Timeframe((int)(ticks / length), unit);
        }

        return null;
    }
}

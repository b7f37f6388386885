namespace Backtest.Data.Csv.Recognition;

/// <summary>The distances between the bars at the start of a file, and their order.</summary>
/// <param name="Order">The order, or <see langword="null"/> if there are too few bars to tell.</param>
/// <param name="Timeframe">The length of the bars, or <see langword="null"/> if their distances do not determine it.</param>
/// <param name="Steps">The number of distances.</param>
internal sealed record Spacing(RowOrder? Order, Timeframe? Timeframe, int Steps)
{
    private const int FewestSteps = 3;
    private const int ManySteps = 10;

    /// <summary>Determines the spacing from times by symbol, in the order of their rows.</summary>
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

        // Among many bars the last, which may be incomplete, may be nearer; any other nearer bar leaves the length undetermined.
        int nearer = steps.Count(step => step < shortest);
        bool isPlain = nearer <= (steps.Count >= ManySteps ? 1 : 0) && 2 * usual.Count() >= steps.Count;
        Timeframe? length = isPlain ? Length(shortest) : null;

        // A distance of a few days may be due to weekends and holidays.
        return length is { Unit: 'd', Count: > 1 } && steps.Count < ManySteps ? null : length;
    }

    /// <summary>Months differ in length, their first and last sessions fall on different days, and the last bar may be incomplete.</summary>
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

namespace Backtest.Tests;

/// <summary>Bars of a lower timeframe that make up given ones.</summary>
public static class FinerBarsOf
{
    /// <summary>
    /// Divides a bar randomly into parts of one length: some are left out, and the others together have the prices of the bar.
    /// </summary>
    /// <param name="bar">The bar.</param>
    /// <param name="length">The length of a part.</param>
    /// <param name="parts">The number of parts that fit into the bar.</param>
    /// <param name="random">The random numbers.</param>
    public static IEnumerable<TestBar> Split(TestBar bar, TimeSpan length, int parts, Random random)
    {
        int[] places = [.. Enumerable.Range(0, parts).Where(_ => random.Next(5) > 0)];
        if (places.Length == 0)
            places = [random.Next(parts)];
        (int highest, int lowest) = (random.Next(places.Length), random.Next(places.Length));
        double volume = Math.Floor(bar.Volume / places.Length);
        double close = bar.Open;
        for (int i = 0; i < places.Length; i++)
        {
            double open = i == 0 || random.Next(2) == 0 ? close : Within();
            close = i == places.Length - 1 ? bar.Close : Within();
            double high = i == highest ? bar.High : Math.Max(Math.Max(open, close), Within());
            double low = i == lowest ? bar.Low : Math.Min(Math.Min(open, close), Within());
            var part = new TestBar(bar.Start + (places[i] * length), open, high, low, close, volume);
            yield return bar.Bid is { } bid && random.Next(10) > 0 ? part.Quoted(bar.Open - bid.Open) : part;
        }

        double Within() => bar.Low + (random.NextDouble() * (bar.High - bar.Low));
    }

    /// <summary>The bars made up by bars of a lower timeframe, by the start of each.</summary>
    public static IReadOnlyList<TestBar> Joined(IReadOnlyList<TestBar> finer, TimeSpan length) =>
    [
        .. finer.GroupBy(bar => bar.Start.Ticks / length.Ticks).Select(parts => new TestBar(
            new DateTime(parts.Key * length.Ticks, DateTimeKind.Utc),
            parts.First().Open,
            parts.Max(bar => bar.High),
            parts.Min(bar => bar.Low),
            parts.Last().Close,
            parts.Sum(bar => bar.Volume))),
    ];
}

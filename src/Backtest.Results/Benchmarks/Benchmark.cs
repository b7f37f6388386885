namespace Backtest.Results;

/// <summary>What a run is compared with: what it was worth at the end of each day.</summary>
/// <param name="Name">The symbol, the file or the run, as the run file names it.</param>
/// <param name="Days">The days, in order of time; values above zero.</param>
/// <param name="IsPrice">Whether the values are prices of a symbol, which dividends may be missing from.</param>
public sealed record Benchmark(string Name, IReadOnlyList<DailyEquity> Days, bool IsPrice)
{
    /// <summary>The values at the ends of days that both have.</summary>
    /// <param name="days">The days of the other, in order of time.</param>
    /// <param name="found">Is given the place of each such day in <paramref name="days"/> and the benchmark's value.</param>
    private void Match(ReadOnlySpan<DateOnly> days, Action<int, double> found)
    {
        int own = 0;
        for (int i = 0; i < days.Length; i++)
        {
            while (own < Days.Count && Days[own].Day < days[i])
                own++;
            if (own < Days.Count && Days[own].Day == days[i])
                found(i, Days[own].Equity);
        }
    }

    /// <summary>
    /// The simple returns of both over the days that both have: what falls between two of them is compounded, and nothing is filled in.
    /// </summary>
    /// <param name="days">The days of the other, in order of time.</param>
    /// <param name="values">What the other was worth at their ends.</param>
    /// <returns>The returns of the other and of the benchmark; none where they share fewer than two days.</returns>
    public (double[] Other, double[] Own) Returns(ReadOnlySpan<DateOnly> days, double[] values)
    {
        var other = new List<double>(days.Length);
        var own = new List<double>(days.Length);
        (double Other, double Own)? before = null;
        Match(days, (place, value) =>
        {
            double now = Math.Max(0, values[place]);
            if (before is { } last)
            {
                other.Add(last.Other > 0 ? (now / last.Other) - 1 : 0);
                own.Add((value / last.Own) - 1);
            }

            before = (now, value);
        });
        return ([.. other], [.. own]);
    }
}

namespace Backtest.Results;

/// <summary>A benchmark of a run: its value at the end of each day.</summary>
/// <param name="Name">The symbol, the file or the run, as in the run file.</param>
/// <param name="Days">The days, in order of time; values above zero.</param>
/// <param name="IsPrice">Whether the values are prices of a symbol, which may not include dividends.</param>
public sealed record Benchmark(string Name, IReadOnlyList<DailyEquity> Days, bool IsPrice)
{
    /// <summary>Finds the values at the ends of the common days.</summary>
    /// <param name="days">The days of the other series, in order of time.</param>
    /// <param name="found">Receives the index of each common day in <paramref name="days"/>, and the benchmark's value.</param>
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
    /// The simple returns of both over their common days: returns between two of these days are compounded, and no days are filled in.
    /// </summary>
    /// <param name="days">The days of the other series, in order of time.</param>
    /// <param name="values">The values of the other series at their ends.</param>
    /// <returns>The returns of the other series and of the benchmark; none if they have fewer than two days in common.</returns>
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

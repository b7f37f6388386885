namespace Backtest.Reporting;

/// <summary>Creates lines with as few points as needed to look the same.</summary>
internal static class ThinnedLine
{
    /// <summary>Creates a line.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="times">Its times, ascending.</param>
    /// <param name="values">Its values.</param>
    /// <param name="most">The maximum number of points.</param>
    public static Line Of(string name, ReadOnlySpan<DateTime> times, ReadOnlySpan<double> values, int most)
    {
        var x = new double[times.Length];
        for (int i = 0; i < x.Length; i++)
            x[i] = times[i].Ticks;
        int[] chosen = LineThinning.Choose(x, values, most);
        var keptTimes = new long[chosen.Length];
        var kept = new double[chosen.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            keptTimes[i] = times[chosen[i]].Ticks;
            kept[i] = values[chosen[i]];
        }

        return new Line(name, new TimeColumn(keptTimes), new NumberColumn(kept));
    }
}

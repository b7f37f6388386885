using Backtest.Abstractions.Runtime;
using Backtest.Data.Calendars;
using Backtest.Data.Time;

namespace Backtest.Data.Inspection;

/// <summary>Finds the exchange calendars that fit the days with bars.</summary>
internal static class CalendarFit
{
    private const int Stretch = 4096;
    private const int FewestDays = 20;
    private const int MostMissing = 50; // one session in this many

    // Exchanges with the same days and hours as another, which stands for both.
    private static readonly string[] Same = ["XNAS"];

    /// <summary>
    /// The names of the calendars that trade on each day with a bar and have the fewest sessions without one; empty if none fits or there are too
    /// few days.
    /// </summary>
    public static IReadOnlyList<string> Find(IBarSource source, CancellationToken cancellation)
    {
        SortedSet<int> days = Days(source, cancellation);
        if (days.Count < FewestDays)
            return [];
        var options = new BarSourceOptions.Csv { Path = "" };
        (string Name, int Missing)[] fitting = [.. TradingCalendars.Names
            .Where(name => name != "none" && !Same.Contains(name))
            .Select(name => (Name: name, Missing: CountMissing(days, Calendar(options, name))))
            .Where(one => one.Missing >= 0 && one.Missing * MostMissing <= days.Count)];
        return [.. fitting.Where(one => one.Missing == fitting.Min(other => other.Missing)).Select(one => one.Name)];
    }

    private static ITradingCalendar Calendar(BarSourceOptions.Csv options, string name) =>
        new TradingCalendars(options, name, DataZone.Find("UTC")!).Of("");

    /// <summary>The number of sessions without a bar, or -1 if a day with a bar is not a trading day of the calendar.</summary>
    private static int CountMissing(SortedSet<int> days, ITradingCalendar calendar)
    {
        if (days.Any(day => calendar.Session(day) is null))
            return -1;
        int missing = 0;
        for (int day = days.Min; day <= days.Max; day++)
            missing += !days.Contains(day) && calendar.Session(day) is not null ? 1 : 0;
        return missing;
    }

    private static SortedSet<int> Days(IBarSource source, CancellationToken cancellation)
    {
        var days = new SortedSet<int>();
        foreach (SourceSeries series in source.Series.Take(1))
        {
            var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
            using IBarReader reader = source.Open(series);
            while (reader.Read(bars, Stretch) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                days.UnionWith(bars.Day.AsSpan(0, bars.Count).ToArray());
                bars.Advance();
            }
        }

        return days;
    }
}

using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>The hours of all trading days of a year, as UTC ticks.</summary>
internal sealed class SessionYear
{
    private readonly TradingHours?[] _days;
    private readonly TradingSession[]?[] _breaks;

    public SessionYear(CalendarTable table, DataZone zone, int year)
    {
        Year = year;
        FirstDay = new DateOnly(year, 1, 1).DayNumber;
        _days = new TradingHours?[DateTime.IsLeapYear(year) ? 366 : 365];
        // Include both neighboring years: the first trading day may begin on the last evening of the year before.
        Dictionary<DateOnly, DayChange> changes = Changes(table, year);
        for (int i = 0; i < _days.Length; i++)
            _days[i] = ToUtc(Hours(table, changes, FirstDay + i), zone, FirstDay + i);
        _breaks = [.. _days.Select(day => day is { HasBreak: true } hours ? new[] { new TradingSession(hours.BreakStart, hours.BreakEnd) } : null)];
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Its first day.</summary>
    public int FirstDay { get; }

    /// <summary>Whether a day is in the year.</summary>
    public bool Contains(int day) => (uint)(day - FirstDay) < (uint)_days.Length;

    /// <summary>The hours of a day of the year, or <see langword="null"/> if the market is closed.</summary>
    public TradingHours? Find(int day) => _days[day - FirstDay];

    /// <summary>The breaks of a day of the year.</summary>
    public IReadOnlyList<TradingSession> Breaks(int day) => _breaks[day - FirstDay] ?? [];

    private static Dictionary<DateOnly, DayChange> Changes(CalendarTable table, int year)
    {
        Dictionary<DateOnly, DayChange> changes = [];
        for (int near = year - 1; near <= year + 1; near++)
        {
            foreach (YearlyRule rule in table.Rules)
            {
                if (rule.In(near) is { } date)
                    changes.TryAdd(date, rule.Change);
            }
        }

        foreach ((DateOnly date, DayChange change) in table.Dates)
            changes[date] = change;
        return changes;
    }

    private static TradingHours? Hours(CalendarTable table, Dictionary<DateOnly, DayChange> changes, int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        if (date < table.First || date > table.Last)
            return null;
        TradingHours? hours = table.UsualHours(date);
        if (hours?.Open < 0 && changes.TryGetValue(date.AddDays(-1), out DayChange eve))
            hours = eve.Change(hours, -TimeSpan.TicksPerDay);
        return changes.TryGetValue(date, out DayChange change) ? change.Change(hours, midnight: 0) : hours;
    }

    private static TradingHours? ToUtc(TradingHours? hours, DataZone zone, int day)
    {
        long midnight = day * TimeSpan.TicksPerDay;
        return hours is { } local
            ? new TradingHours(
                zone.ToUtc(midnight + local.ExtendedOpen),
                zone.ToUtc(midnight + local.Open),
                zone.ToUtc(midnight + local.Close),
                zone.ToUtc(midnight + local.ExtendedClose))
            {
                BreakStart = local.HasBreak ? zone.ToUtc(midnight + local.BreakStart) : 0,
                BreakEnd = local.HasBreak ? zone.ToUtc(midnight + local.BreakEnd) : 0,
            }
            : null;
    }
}

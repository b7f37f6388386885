using System.Collections.Concurrent;
using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>
/// An exchange's trading days, computed from its table one year at a time. Caches the year used last; threads may share it.
/// </summary>
internal sealed class ExchangeCalendar : ITradingCalendar
{
    private readonly CalendarTable _table;
    private readonly DataZone _zone;
    private readonly bool _beginsOnEve;
    private readonly ConcurrentDictionary<int, SessionYear> _years = [];
    private SessionYear _last;

    public ExchangeCalendar(CalendarTable table)
    {
        _table = table;
        _zone = DataZone.Find(table.TimeZone) ?? throw new ArgumentException($"'{table.TimeZone}' is not a time zone.", nameof(table));
        _beginsOnEve = table.LaterWeekdays.Select(later => later.Weekdays).Append(table.Weekdays)
            .Any(weekdays => weekdays.Any(hours => hours?.ExtendedOpen < 0));
        _last = Compute(2000);
    }

    /// <inheritdoc/>
    public string Name => _table.Name;

    /// <inheritdoc/>
    public string TimeZone => _table.TimeZone;

    /// <summary>The table it is computed from.</summary>
    public CalendarTable Table => _table;

    /// <summary>The first day the calendar knows.</summary>
    public DateOnly First => _table.First;

    /// <summary>The last day the calendar knows.</summary>
    public DateOnly Last => _table.Last;

    /// <inheritdoc/>
    public int Day(long time)
    {
        int date = _zone.Day(time);
        return _beginsOnEve && Hours(date + 1) is { } next && time >= next.ExtendedOpen ? date + 1 : date;
    }

    /// <inheritdoc/>
    public TradingSession? Session(int day) => Hours(day) is { } hours ? new TradingSession(hours.Open, hours.Close) : null;

    /// <inheritdoc/>
    public IReadOnlyList<TradingSession> Breaks(int day) => Year(day)?.Breaks(day) ?? [];

    /// <summary>The hours of a trading day, UTC ticks, or <see langword="null"/> if the market is closed.</summary>
    public TradingHours? Hours(int day) => Year(day)?.Find(day);

    private SessionYear? Year(int day)
    {
        SessionYear year = _last;
        if (!year.Contains(day))
        {
            if (day < _table.First.DayNumber || day > _table.Last.DayNumber || day > DateOnly.MaxValue.DayNumber - 366)
                return null;
            _last = year = Compute(DateOnly.FromDayNumber(day).Year);
        }

        return year;
    }

    private SessionYear Compute(int year) => _years.GetOrAdd(year, _ => new SessionYear(_table, _zone, year));
}

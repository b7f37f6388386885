namespace Backtest.Data.Calendars;

/// <summary>The content of an exchange's calendar.</summary>
/// <param name="Name">The calendar's name.</param>
/// <param name="TimeZone">The IANA id of the market's own clock.</param>
/// <param name="First">The first day the table is valid for.</param>
/// <param name="Last">The last day the table is valid for.</param>
/// <param name="Weekdays">The usual hours of trading days, by <see cref="DayOfWeek"/>; <see langword="null"/> if closed.</param>
/// <param name="Rules">Exceptions that recur every year.</param>
/// <param name="Dates">Exceptions on single dates; they take precedence over rules.</param>
internal sealed record CalendarTable(
    string Name,
    string TimeZone,
    DateOnly First,
    DateOnly Last,
    IReadOnlyList<TradingHours?> Weekdays,
    IReadOnlyList<YearlyRule> Rules,
    IReadOnlyDictionary<DateOnly, DayChange> Dates)
{
    /// <summary>Usual hours that apply from a date on, by date; before the first of them, <see cref="Weekdays"/> apply.</summary>
    public IReadOnlyList<(DateOnly From, IReadOnlyList<TradingHours?> Weekdays)> LaterWeekdays { get; init; } = [];

    /// <summary>The usual hours of a date.</summary>
    public TradingHours? UsualHours(DateOnly date)
    {
        IReadOnlyList<TradingHours?> weekdays = Weekdays;
        foreach ((DateOnly from, IReadOnlyList<TradingHours?> later) in LaterWeekdays)
            weekdays = date >= from ? later : weekdays;
        return weekdays[(int)date.DayOfWeek];
    }

    /// <summary>The same hours from Monday to Friday; closed on weekends.</summary>
    public static IReadOnlyList<TradingHours?> FromMondayToFriday(TradingHours hours) => [null, hours, hours, hours, hours, hours, null];
}

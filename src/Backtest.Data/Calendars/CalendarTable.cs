namespace Backtest.Data.Calendars;

/// <summary>What an exchange's calendar is made of.</summary>
/// <param name="Name">Names the calendar.</param>
/// <param name="TimeZone">The IANA id of the market's own clock.</param>
/// <param name="First">The first day the table is right for.</param>
/// <param name="Last">The last one.</param>
/// <param name="Weekdays">The usual hours of the trading days, by <see cref="DayOfWeek"/>; <see langword="null"/>: closed.</param>
/// <param name="Rules">What is not as usual every year.</param>
/// <param name="Dates">What is not as usual on one date; it takes the place of a rule's change.</param>
internal sealed record CalendarTable(
    string Name,
    string TimeZone,
    DateOnly First,
    DateOnly Last,
    IReadOnlyList<TradingHours?> Weekdays,
    IReadOnlyList<YearlyRule> Rules,
    IReadOnlyDictionary<DateOnly, DayChange> Dates)
{
    /// <summary>Usual hours that hold from a date on, by date; before the first of them, <see cref="Weekdays"/>.</summary>
    public IReadOnlyList<(DateOnly From, IReadOnlyList<TradingHours?> Weekdays)> LaterWeekdays { get; init; } = [];

    /// <summary>The usual hours of a date.</summary>
    public TradingHours? UsualHours(DateOnly date)
    {
        IReadOnlyList<TradingHours?> weekdays = Weekdays;
        foreach ((DateOnly from, IReadOnlyList<TradingHours?> later) in LaterWeekdays)
            weekdays = date >= from ? later : weekdays;
        return weekdays[(int)date.DayOfWeek];
    }

    /// <summary>The same hours from Monday to Friday, and none on weekends.</summary>
    public static IReadOnlyList<TradingHours?> FromMondayToFriday(TradingHours hours) => [null, hours, hours, hours, hours, hours, null];
}

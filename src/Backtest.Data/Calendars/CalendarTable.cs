namespace Backtest.Data.Calendars;

/// <summary>What an exchange's calendar is made of.</summary>
/// <param name="Name">Names the calendar.</param>
/// <param name="TimeZone">The IANA id of the market's own clock.</param>
/// <param name="First">The first day the table is right for.</param>
/// <param name="Weekdays">The usual hours of the trading days, by <see cref="DayOfWeek"/>; <see langword="null"/>: closed.</param>
/// <param name="Rules">What is not as usual every year.</param>
/// <param name="Dates">What is not as usual on one date; it takes the place of a rule's change.</param>
internal sealed record CalendarTable(
    string Name,
    string TimeZone,
    DateOnly First,
    IReadOnlyList<TradingHours?> Weekdays,
    IReadOnlyList<YearlyRule> Rules,
    IReadOnlyDictionary<DateOnly, DayChange> Dates)
{
    /// <summary>The same hours from Monday to Friday, and none on weekends.</summary>
    public static IReadOnlyList<TradingHours?> FromMondayToFriday(TradingHours hours) => [null, hours, hours, hours, hours, hours, null];
}

using static System.DayOfWeek;
using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the Australian Securities Exchange, cash market, from 2011 on, according to its yearly "Trading calendar". The closing auction
/// after 16:00 is not part of the session.
/// </summary>
internal static class AustralianExchange
{
    private static readonly YearlyRule[] Rules =
    [
        new(WeekdayAfter(1, 1), Closed), // New Year's Day
        new(WeekdayAfter(1, 26), Closed), // Australia Day
        new(FromEaster(-2), Closed), // Good Friday
        new(FromEaster(1), Closed), // Easter Monday
        new(On(4, 25), Closed), // Anzac Day, not made up for
        new(Nth(2, Monday, 6), Closed), // the King's, before the Queen's Birthday
        new(TwoDaysLaterOnWeekends(12, 25), Closed), // Christmas Day
        new(TwoDaysLaterOnWeekends(12, 26), Closed), // Boxing Day
        new(WeekdayBefore(12, 24), ClosesAt(14, 10)), // the last trading day before Christmas
        new(WeekdayBefore(12, 31), ClosesAt(14, 10)), // the last of the year
    ];

    private static readonly TradingHours Usual = new(TimeSpan.FromHours(10), TimeSpan.FromHours(16));

    /// <summary>The table.</summary>
    public static CalendarTable Table(string name) => new(
        name,
        "Australia/Sydney",
        new DateOnly(2011, 1, 1),
        new DateOnly(2030, 12, 31),
        CalendarTable.FromMondayToFriday(Usual),
        Rules,
        new Dictionary<DateOnly, DayChange>
        {
            [new(2011, 4, 26)] = Closed, // Anzac Day fell on Easter Monday
            [new(2022, 9, 22)] = Closed, // mourning of Elizabeth II
            [new(2022, 12, 23)] = default, // full days in that year
            [new(2022, 12, 30)] = default,
        });
}

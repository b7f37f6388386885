using static System.DayOfWeek;
using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;

namespace Backtest.Data.Calendars;

/// <summary>The calendar of the Toronto Stock Exchange from 2010 on, according to its yearly "Holiday schedule".</summary>
internal static class TorontoExchange
{
    private static readonly YearlyRule[] Rules =
    [
        new(WeekdayAfter(1, 1), Closed), // New Year's Day
        new(Nth(3, Monday, 2), Closed), // Family Day
        new(FromEaster(-2), Closed), // Good Friday
        new(MondayBefore(5, 25), Closed), // Victoria Day
        new(WeekdayAfter(7, 1), Closed), // Canada Day
        new(Nth(1, Monday, 8), Closed), // Civic Holiday
        new(Nth(1, Monday, 9), Closed), // Labour Day
        new(Nth(2, Monday, 10), Closed), // Thanksgiving Day
        new(TwoDaysLaterOnWeekends(12, 25), Closed), // Christmas Day
        new(TwoDaysLaterOnWeekends(12, 26), Closed), // Boxing Day
        new(On(12, 24, Monday, Tuesday, Wednesday, Thursday, Friday), ClosesAt(13)), // Christmas Eve
    ];

    /// <summary>The table.</summary>
    public static CalendarTable Table(string name) => new(
        name,
        "America/Toronto",
        new DateOnly(2010, 1, 1),
        new DateOnly(2030, 12, 31),
        CalendarTable.FromMondayToFriday(new TradingHours(new TimeSpan(9, 30, 0), TimeSpan.FromHours(16))),
        Rules,
        new Dictionary<DateOnly, DayChange>());
}

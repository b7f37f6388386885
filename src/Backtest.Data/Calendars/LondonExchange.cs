using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;
using static System.DayOfWeek;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the London Stock Exchange: the bank holidays of England and Wales (Banking and Financial Dealings Act 1971, and
/// proclamations under it), and its own half days before Christmas and New Year.
/// </summary>
internal static class LondonExchange
{
    private static readonly YearlyRule[] Rules =
    [
        new(WeekdayAfter(1, 1), Closed), // New Year's Day
        new(FromEaster(-2), Closed), // Good Friday
        new(FromEaster(1), Closed), // Easter Monday
        new(Nth(1, Monday, 5), Closed) { To = 2019 }, // early May
        new(On(5, 8), Closed) { From = 2020, To = 2020 }, // moved to 75 years after the war
        new(Nth(1, Monday, 5), Closed) { From = 2021 },
        new(Nth(-1, Monday, 5), Closed) { To = 2001 }, // spring; in jubilee years moved, see below
        new(Nth(-1, Monday, 5), Closed) { From = 2003, To = 2011 },
        new(Nth(-1, Monday, 5), Closed) { From = 2013, To = 2021 },
        new(Nth(-1, Monday, 5), Closed) { From = 2023 },
        new(Nth(-1, Monday, 8), Closed), // summer
        new(ChristmasDay, Closed),
        new(BoxingDay, Closed),
        new(WeekdayBefore(12, 24), ClosesAt(12, 30)), // Christmas Eve
        new(WeekdayBefore(12, 31), ClosesAt(12, 30)), // New Year's Eve
    ];

    private static readonly Dictionary<DateOnly, DayChange> Dates = new()
    {
        [new(2002, 6, 3)] = Closed, // golden jubilee
        [new(2002, 6, 4)] = Closed,
        [new(2011, 4, 29)] = Closed, // a royal wedding
        [new(2012, 6, 4)] = Closed, // diamond jubilee
        [new(2012, 6, 5)] = Closed,
        [new(2022, 6, 2)] = Closed, // platinum jubilee
        [new(2022, 6, 3)] = Closed,
        [new(2022, 9, 19)] = Closed, // funeral of Elizabeth II
        [new(2023, 5, 8)] = Closed, // coronation of Charles III
    };

    /// <summary>The table, which begins when the session got its present hours.</summary>
    public static CalendarTable Table(string name) => new(
        name,
        "Europe/London",
        new DateOnly(2000, 1, 1),
        new DateOnly(2030, 12, 31),
        CalendarTable.FromMondayToFriday(new TradingHours(TimeSpan.FromHours(8), new TimeSpan(16, 30, 0))),
        Rules,
        Dates);

    // If they fall on a weekend, the 27th and 28th replace them.
    private static DateOnly? ChristmasDay(int year) => MadeUpFor(new DateOnly(year, 12, 25));

    private static DateOnly? BoxingDay(int year) => MadeUpFor(new DateOnly(year, 12, 26));

    private static DateOnly MadeUpFor(DateOnly date) => date.DayOfWeek is Saturday or Sunday ? date.AddDays(2) : date;
}

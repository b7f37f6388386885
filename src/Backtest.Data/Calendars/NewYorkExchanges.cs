using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;
using static System.DayOfWeek;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the share exchanges of New York; the New York Stock Exchange and Nasdaq have the same days. Sources: NYSE Rule 7.2 (Holidays),
/// its yearly "Holidays and Trading Hours" and its list "Special Closings". Opening delays of a few minutes, mostly moments of silence, are not
/// included.
/// </summary>
internal static class NewYorkExchanges
{
    private static readonly TradingHours Usual = new(
        ExtendedOpen: TimeSpan.FromHours(4).Ticks,
        Open: new TimeSpan(9, 30, 0).Ticks,
        Close: TimeSpan.FromHours(16).Ticks,
        ExtendedClose: TimeSpan.FromHours(20).Ticks);

    private static readonly YearlyRule[] Rules =
    [
        new(SundayToMonday(1, 1), Closed), // New Year's Day; a Saturday is not made up for, since the year would end a day early
        new(Nth(3, Monday, 1), Closed) { From = 1998 }, // Martin Luther King, Jr. Day
        new(Nth(3, Monday, 2), Closed), // Washington's Birthday
        new(FromEaster(-2), Closed), // Good Friday
        new(Nth(-1, Monday, 5), Closed), // Memorial Day
        new(NearestWeekday(6, 19), Closed) { From = 2022 }, // Juneteenth
        new(NearestWeekday(7, 4), Closed), // Independence Day
        new(Nth(1, Monday, 9), Closed), // Labor Day
        new(Nth(4, Thursday, 11), Closed), // Thanksgiving Day
        new(NearestWeekday(12, 25), Closed), // Christmas Day
        new(On(7, 3, Monday, Tuesday, Thursday), ClosesAt(13)) { From = 1995 }, // before Independence Day
        new(On(7, 3, Wednesday), ClosesAt(13)) { From = 2013 },
        new(On(7, 5, Friday), ClosesAt(13)) { From = 1996, To = 2012 }, // after it
        new(Nth(4, Thursday, 11, move: 1), ClosesAt(14)) { From = 1992, To = 1992 }, // after Thanksgiving Day
        new(Nth(4, Thursday, 11, move: 1), ClosesAt(13)) { From = 1993 },
        new(On(12, 24, Monday, Tuesday, Wednesday, Thursday), ClosesAt(14)) { To = 1992 }, // Christmas Eve
        new(On(12, 24, Monday, Tuesday, Wednesday, Thursday), ClosesAt(13)) { From = 1993 },
    ];

    private static readonly Dictionary<DateOnly, DayChange> Dates = new()
    {
        [new(1990, 12, 27)] = OpensAt(11), // a transformer exploded
        [new(1994, 2, 11)] = ClosesAt(14, 30), // snow
        [new(1994, 4, 27)] = Closed, // funeral of Richard Nixon
        [new(1995, 12, 18)] = OpensAt(10, 30), // computers failed
        [new(1996, 1, 8)] = new(Opens: new(11, 0, 0), Closes: new(14, 0, 0)), // snow
        [new(1997, 10, 27)] = ClosesAt(15, 30), // circuit breaker
        [new(1997, 12, 26)] = ClosesAt(13),
        [new(1999, 12, 31)] = ClosesAt(13),
        [new(2001, 9, 11)] = Closed, // attacks on the World Trade Center
        [new(2001, 9, 12)] = Closed,
        [new(2001, 9, 13)] = Closed,
        [new(2001, 9, 14)] = Closed,
        [new(2002, 9, 11)] = OpensAt(12), // anniversary of the attacks
        [new(2003, 12, 26)] = ClosesAt(13),
        [new(2004, 6, 11)] = Closed, // funeral of Ronald Reagan
        [new(2007, 1, 2)] = Closed, // funeral of Gerald Ford
        [new(2012, 10, 29)] = Closed, // hurricane Sandy
        [new(2012, 10, 30)] = Closed,
        [new(2018, 12, 5)] = Closed, // funeral of George H. W. Bush
        [new(2025, 1, 9)] = Closed, // funeral of Jimmy Carter
    };

    /// <summary>The table under a name.</summary>
    public static CalendarTable Table(string name) => new(
        name, "America/New_York", new DateOnly(1990, 1, 1), new DateOnly(2030, 12, 31),
        CalendarTable.FromMondayToFriday(Usual), Rules, Dates);
}

using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendars of Xetra (Deutsche Börse, yearly "Trading calendar") and of Euronext Paris (Euronext, yearly "Trading hours and holidays"), from
/// 2010 on, when both had their present hours and half days.
/// </summary>
internal static class EuropeanExchanges
{
    private static readonly DateOnly First = new(2010, 1, 1);
    private static readonly DateOnly Last = new(2030, 12, 31);

    private static readonly IReadOnlyList<TradingHours?> Weekdays =
        CalendarTable.FromMondayToFriday(new TradingHours(TimeSpan.FromHours(9), new TimeSpan(17, 30, 0)));

    private static readonly YearlyRule[] Common =
    [
        new(On(1, 1), Closed), // New Year's Day
        new(FromEaster(-2), Closed), // Good Friday
        new(FromEaster(1), Closed), // Easter Monday
        new(On(5, 1), Closed), // Labour Day
        new(On(12, 25), Closed), // Christmas Day
        new(On(12, 26), Closed), // the day after
    ];

    /// <summary>The table of Xetra.</summary>
    public static CalendarTable Xetra(string name) => new(
        name,
        "Europe/Berlin",
        First,
        Last,
        Weekdays,
        [
            .. Common,
            new(FromEaster(50), Closed) { From = 2015, To = 2021 }, // Whit Monday
            new(On(10, 3), Closed) { From = 2014, To = 2021 }, // Day of German Unity
            new(On(12, 24), Closed), // Christmas Eve
            new(On(12, 31), Closed), // New Year's Eve
            new(WeekdayBefore(12, 30), ClosesAt(14)), // the last trading day of the year
        ],
        new Dictionary<DateOnly, DayChange> { [new(2017, 10, 31)] = Closed }); // 500 years of the Reformation

    /// <summary>The table of Euronext Paris.</summary>
    public static CalendarTable Paris(string name) => new(
        name,
        "Europe/Paris",
        First,
        Last,
        Weekdays,
        [
            .. Common,
            new(On(12, 24), ClosesAt(14, 5)), // Christmas Eve
            new(On(12, 31), ClosesAt(14, 5)), // New Year's Eve
        ],
        new Dictionary<DateOnly, DayChange>());
}

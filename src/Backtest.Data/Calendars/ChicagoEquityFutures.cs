using static System.DayOfWeek;
using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of equity-index futures at the Chicago Mercantile Exchange (Globex) from 2015-09-21 on, when their present closing hour was
/// introduced: from 17:00 on the evening before to 16:00, with a halt from 15:15 to 15:30 until 2021-06-25. Early halts and holidays follow CME
/// Group's "Holiday calendar".
/// </summary>
internal static class ChicagoEquityFutures
{
    private static readonly DayChange NoSession = Closed with { IsOfTradingDay = true };
    private static readonly DayChange Noon = Until(12);
    private static readonly DayChange QuarterPastNoon = Until(12, 15);
    private static readonly DayChange Morning = Until(8, 15);

    private static readonly YearlyRule[] Rules =
    [
        new(SundayToMonday(1, 1), NoSession), // New Year's Day
        new(Nth(3, Monday, 1), Noon), // Martin Luther King, Jr. Day
        new(Nth(3, Monday, 2), Noon), // Presidents' Day
        new(FromEaster(-2), NoSession), // Good Friday
        new(Nth(-1, Monday, 5), Noon), // Memorial Day
        new(NearestWeekday(6, 19), Noon) { From = 2022 }, // Juneteenth
        new(NearestWeekday(7, 4), Noon), // Independence Day
        new(On(7, 3, Monday, Tuesday, Wednesday, Thursday), QuarterPastNoon), // the day before
        new(Nth(1, Monday, 9), Noon), // Labor Day
        new(Nth(4, Thursday, 11), Noon), // Thanksgiving Day
        new(Nth(4, Thursday, 11, move: 1), QuarterPastNoon), // the day after
        new(On(12, 24, Monday, Tuesday, Wednesday, Thursday), QuarterPastNoon), // Christmas Eve
        new(NearestWeekday(12, 25), NoSession), // Christmas Day
    ];

    /// <summary>The table.</summary>
    public static CalendarTable Table(string name)
    {
        var hours = new TradingHours(TimeSpan.FromHours(-7), TimeSpan.FromHours(16));
        return new CalendarTable(
            name,
            "America/Chicago",
            new DateOnly(2015, 9, 21),
            new DateOnly(2030, 12, 31),
            CalendarTable.FromMondayToFriday(hours.Pausing(new TimeSpan(15, 15, 0), new TimeSpan(15, 30, 0))),
            Rules,
            new Dictionary<DateOnly, DayChange>
            {
                [new(2018, 12, 5)] = Until(8, 30), // funeral of George H. W. Bush
                [new(2021, 4, 2)] = Morning, // Good Fridays with a report on employment
                [new(2023, 4, 7)] = Morning,
                [new(2025, 1, 9)] = Until(8, 30), // funeral of Jimmy Carter
                [new(2026, 4, 3)] = Morning,
            })
        {
            LaterWeekdays = [(new DateOnly(2021, 6, 28), CalendarTable.FromMondayToFriday(hours))],
        };
    }

    // Trading for the next day begins at its usual hour, also on the evening of a holiday.
    private static DayChange Until(int hour, int minute = 0) => ClosesAt(hour, minute) with { IsOfTradingDay = true };
}

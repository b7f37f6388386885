using static Backtest.Data.Calendars.DayChange;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the National Stock Exchange of India, capital market, from 2015 to 2025: the holidays and special sessions of its yearly
/// circulars. Most dates follow lunar and local calendars and are fixed only by the circulars, so the table ends with the last of them.
/// </summary>
internal static class IndianExchange
{
    private static readonly TradingHours Usual = new(new TimeSpan(9, 15, 0), new TimeSpan(15, 30, 0));

    private static readonly KeyValuePair<DateOnly, DayChange>[] Others =
    [
        .. OtherDates.Of(
            Closed,
            "2015: 01-26 02-17 03-06 04-02 04-03 04-14 05-01 09-17 09-25 10-02 10-22 11-12 11-25 12-25",
            "2016: 01-26 03-07 03-24 03-25 04-14 04-15 04-19 07-06 08-15 09-05 09-13 10-11 10-12 10-31 11-14",
            "2017: 01-26 02-24 03-13 04-04 04-14 05-01 06-26 08-15 08-25 10-02 10-20 12-25",
            "2018: 01-26 02-13 03-02 03-29 03-30 05-01 08-15 08-22 09-13 09-20 10-02 10-18 11-08 11-23 12-25",
            "2019: 03-04 03-21 04-17 04-19 04-29 05-01 06-05 08-12 08-15 09-02 09-10 10-02 10-08 10-21 10-28 11-12 12-25",
            "2020: 02-21 03-10 04-02 04-06 04-10 04-14 05-01 05-25 10-02 11-16 11-30 12-25",
            "2021: 01-26 03-11 03-29 04-02 04-14 04-21 05-13 07-21 08-19 09-10 10-15 11-05 11-19",
            "2022: 01-26 03-01 03-18 04-14 04-15 05-03 08-09 08-15 08-31 10-05 10-26 11-08",
            "2023: 01-26 03-07 03-30 04-04 04-07 04-14 05-01 06-29 08-15 09-19 10-02 10-24 11-14 11-27 12-25",
            "2024: 01-22 01-26 03-08 03-25 03-29 04-11 04-17 05-01 05-20 06-17 07-17 08-15 10-02 11-15 11-20 12-25",
            "2025: 02-26 03-14 03-31 04-10 04-14 04-18 05-01 08-15 08-27 10-02 10-22 11-05 12-25"),
        .. OtherDates.Of(Is(Usual), "2015: 02-28", "2020: 02-01", "2025: 02-01"), // budgets on Saturdays
        .. OtherDates.Of(Is(Usual), "2024: 01-20"), // in place of the Monday after
        .. OtherDates.Of(Is(Evening(9, 15, 12, 30)), "2024: 03-02 05-18"), // trials of the other site
        .. OtherDates.Of(Is(Evening(17, 45, 18, 45)), "2015: 11-11"), // Diwali, an hour for luck
        .. OtherDates.Of(Is(Evening(18, 30, 19, 30)), "2016: 10-30", "2017: 10-19"),
        .. OtherDates.Of(Is(Evening(17, 30, 18, 30)), "2018: 11-07"),
        .. OtherDates.Of(Is(Evening(18, 15, 19, 15)), "2019: 10-27", "2020: 11-14", "2021: 11-04", "2022: 10-24", "2023: 11-12"),
        .. OtherDates.Of(Is(Evening(18, 0, 19, 0)), "2024: 11-01"),
        .. OtherDates.Of(Is(Evening(13, 45, 14, 45)), "2025: 10-21"),
    ];

    /// <summary>The table.</summary>
    public static CalendarTable Table(string name) => new(
        name,
        "Asia/Kolkata",
        new DateOnly(2015, 1, 1),
        new DateOnly(2025, 12, 31),
        CalendarTable.FromMondayToFriday(Usual),
        [],
        Others.ToDictionary());

    private static TradingHours Evening(int hour, int minute, int toHour, int toMinute) =>
        new(new TimeSpan(hour, minute, 0), new TimeSpan(toHour, toMinute, 0));
}

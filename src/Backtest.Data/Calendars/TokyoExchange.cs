using static System.DayOfWeek;
using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the Tokyo Stock Exchange from 2010 on: the holidays of the Act on National Holidays (1948, as amended, with the laws for the
/// years 2019 to 2021), and 31 December to 3 January. Equinoxes follow the formula of the Japan Coast Guard's "New calendar calculations".
/// </summary>
internal static class TokyoExchange
{
    private static readonly YearlyRule[] Holidays =
    [
        new(On(1, 1), Closed), // New Year's Day
        new(Nth(2, Monday, 1), Closed), // Coming of Age Day
        new(On(2, 11), Closed), // Foundation Day
        new(On(2, 23), Closed) { From = 2020 }, // the Emperor's Birthday
        new(Equinox(3, 20.8431), Closed),
        new(On(4, 29), Closed), // Showa Day
        new(On(5, 3), Closed), // Constitution Day
        new(On(5, 4), Closed), // Greenery Day
        new(On(5, 5), Closed), // Children's Day
        new(Nth(3, Monday, 7), Closed) { To = 2019 }, // Marine Day; in the years of the games moved
        new(On(7, 23), Closed) { From = 2020, To = 2020 },
        new(On(7, 22), Closed) { From = 2021, To = 2021 },
        new(Nth(3, Monday, 7), Closed) { From = 2022 },
        new(On(8, 11), Closed) { From = 2016, To = 2019 }, // Mountain Day
        new(On(8, 10), Closed) { From = 2020, To = 2020 },
        new(On(8, 8), Closed) { From = 2021, To = 2021 },
        new(On(8, 11), Closed) { From = 2022 },
        new(Nth(3, Monday, 9), Closed), // Respect for the Aged Day
        new(Equinox(9, 23.2488), Closed),
        new(Nth(2, Monday, 10), Closed) { To = 2019 }, // Sports Day
        new(On(7, 24), Closed) { From = 2020, To = 2020 },
        new(On(7, 23), Closed) { From = 2021, To = 2021 },
        new(Nth(2, Monday, 10), Closed) { From = 2022 },
        new(On(11, 3), Closed), // Culture Day
        new(On(11, 23), Closed), // Labor Thanksgiving Day
        new(On(12, 23), Closed) { To = 2018 }, // the Emperor's Birthday
    ];

    private static readonly DateOnly[] Proclaimed =
    [
        new(2019, 4, 30), new(2019, 5, 1), new(2019, 5, 2), new(2019, 10, 22), // accession of an emperor
    ];

    private static readonly DateOnly[] OfTheExchange =
    [
        new(2020, 10, 1), // the trading system failed
    ];

    /// <summary>The table.</summary>
    public static CalendarTable Table(string name) => new(
        name,
        "Asia/Tokyo",
        new DateOnly(2010, 1, 1),
        new DateOnly(2030, 12, 31),
        CalendarTable.FromMondayToFriday(Hours(morningEnds: 11, minutes: 0, closes: 15)),
        [
            .. Holidays,
            new(On(1, 2), Closed),
            new(On(1, 3), Closed),
            new(On(12, 31), Closed),
        ],
        Enumerable.Range(2010, 21).SelectMany(MadeUp).Concat(Proclaimed).Concat(OfTheExchange).Distinct().ToDictionary(date => date, _ => Closed))
    {
        LaterWeekdays =
        [
            (new DateOnly(2011, 11, 21), CalendarTable.FromMondayToFriday(Hours(morningEnds: 11, minutes: 30, closes: 15))),
            (new DateOnly(2024, 11, 5), CalendarTable.FromMondayToFriday(Hours(morningEnds: 11, minutes: 30, closes: 15, closeMinutes: 30))),
        ],
    };

    private static TradingHours Hours(int morningEnds, int minutes, int closes, int closeMinutes = 0) =>
        new TradingHours(TimeSpan.FromHours(9), new TimeSpan(closes, closeMinutes, 0))
            .Pausing(new TimeSpan(morningEnds, minutes, 0), new TimeSpan(12, 30, 0));

    /// <summary>Days that the act also makes holidays: the next day after a holiday on a Sunday, and a day between two holidays.</summary>
    private static IEnumerable<DateOnly> MadeUp(int year)
    {
        HashSet<DateOnly> holidays =
            [.. Holidays.Select(rule => rule.In(year)).OfType<DateOnly>(), .. Proclaimed.Where(date => date.Year == year)];
        foreach (DateOnly holiday in holidays)
        {
            DateOnly next = holiday.AddDays(1);
            if (holiday.DayOfWeek == Sunday)
            {
                while (holidays.Contains(next))
                    next = next.AddDays(1);
                yield return next;
            }
            else if (!holidays.Contains(next) && holidays.Contains(next.AddDays(1)))
            {
                yield return next;
            }
        }
    }

    private static Func<int, DateOnly?> Equinox(int month, double inThe1980s) => year => new DateOnly(
        year, month, (int)(inThe1980s + 0.242194 * (year - 1980)) - (year - 1980) / 4);
}

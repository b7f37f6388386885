using System.Globalization;
using static System.DayOfWeek;
using static Backtest.Data.Calendars.DayChange;
using static Backtest.Data.Calendars.YearlyDays;

namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the Stock Exchange of Hong Kong from 2012-03-05 on, when its present lunch break was introduced: the general holidays of the
/// General Holidays Ordinance (chapter 149), half days on three eves, and days lost to typhoons according to HKEX's circulars. Since September 2024
/// it trades in any weather.
/// </summary>
internal static class HongKongExchange
{
    private static readonly DateOnly First = new(2012, 3, 5);
    private static readonly DateOnly Last = new(2030, 12, 31);
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly KeyValuePair<DateOnly, DayChange>[] Others =
    [
        .. OtherDates.Of(
            Closed,
            "2013: 08-14", // typhoons
            "2015: 09-03", // 70 years after the war
            "2016: 08-02 10-21",
            "2017: 08-23",
            "2020: 10-13",
            "2021: 10-13",
            "2023: 07-17 09-01 09-08",
            "2024: 09-06"),
        .. OtherDates.Of(OpensAt(13), "2012: 07-24", "2013: 05-22 09-23", "2014: 09-16", "2017: 06-13", "2021: 06-28"), // the morning was lost
    ];

    /// <summary>The table.</summary>
    public static CalendarTable Table(string name)
    {
        var dates = new Dictionary<DateOnly, DayChange>();
        foreach (int year in Enumerable.Range(First.Year, Last.Year - First.Year + 1))
        {
            foreach (DateOnly eve in Eves(year))
                dates[eve] = ClosesAt(12);
            foreach (DateOnly holiday in Holidays(year))
                dates[holiday] = Closed;
        }

        foreach ((DateOnly date, DayChange change) in Others)
            dates[date] = change;
        TradingHours usual = new TradingHours(new TimeSpan(9, 30, 0), TimeSpan.FromHours(16)).Pausing(TimeSpan.FromHours(12), TimeSpan.FromHours(13));
        return new CalendarTable(name, "Asia/Hong_Kong", First, Last, CalendarTable.FromMondayToFriday(usual), [], dates);
    }

    // An eve is a half day only if the exchange trades on it; if it falls on a weekend, no other day replaces it.
    private static IEnumerable<DateOnly> Eves(int year) => [OfLunarYear(year, 1, 1).AddDays(-1), new(year, 12, 24), new(year, 12, 31)];

    /// <summary>General holidays; one that falls on a Sunday or on another holiday moves to the next day that is not one.</summary>
    private static HashSet<DateOnly> Holidays(int year)
    {
        DateOnly newYear = OfLunarYear(year, 1, 1);
        DateOnly[] holidays =
        [
            new(year, 1, 1),
            newYear, newYear.AddDays(1), newYear.AddDays(2),
            FromEaster(-2)(year)!.Value, FromEaster(-1)(year)!.Value, FromEaster(1)(year)!.Value,
            new(year, 4, Qingming(year)),
            new(year, 5, 1),
            OfLunarYear(year, 4, 8), // the Birthday of the Buddha
            OfLunarYear(year, 5, 5), // Tuen Ng
            new(year, 7, 1), // establishment of the Region
            OfLunarYear(year, 8, 16), // the day after the Mid-Autumn Festival
            new(year, 10, 1), // National Day
            OfLunarYear(year, 9, 9), // Chung Yeung
            new(year, 12, 25), new(year, 12, 26),
        ];
        var taken = new HashSet<DateOnly>();
        foreach (DateOnly holiday in holidays.Where(date => date.DayOfWeek != Sunday))
        {
            if (!taken.Add(holiday))
                MakeUp(holiday);
        }

        foreach (DateOnly sunday in holidays.Where(date => date.DayOfWeek == Sunday))
            MakeUp(sunday);
        return taken;

        void MakeUp(DateOnly date)
        {
            do
                date = date.AddDays(1);
            while (date.DayOfWeek == Sunday || holidays.Contains(date) || taken.Contains(date));
            taken.Add(date);
        }
    }

    /// <summary>A day of the Chinese calendar in the lunar year that begins in a given year; months are counted without the leap month.</summary>
    private static DateOnly OfLunarYear(int year, int month, int day)
    {
        int leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    // The solar term in this century, by its mean length (J. Meeus, "Astronomical Algorithms", 1991, as almanacs shorten it).
    private static int Qingming(int year) => (int)((year - 2000) * 0.2422 + 4.81) - (year - 2000) / 4;
}

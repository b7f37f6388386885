namespace Backtest.Tests.Calendars;

/// <summary>Days, hours and breaks of exchanges around the world, as published by them.</summary>
public sealed class WorldCalendarTests
{
    [Theory]
    // HKEX, "Holiday schedule"; days lost to typhoons according to its circulars.
    [InlineData("XHKG", 2015, "01-01 02-19 02-20 04-03 04-06 04-07 05-01 05-25 07-01 09-03 09-28 10-01 10-21 12-25")]
    [InlineData("XHKG", 2016, "01-01 02-08 02-09 02-10 03-25 03-28 04-04 05-02 06-09 07-01 08-02 09-16 10-10 10-21 12-26 12-27")]
    [InlineData("XHKG", 2017, "01-02 01-30 01-31 04-04 04-14 04-17 05-01 05-03 05-30 08-23 10-02 10-05 12-25 12-26")]
    [InlineData("XHKG", 2018, "01-01 02-16 02-19 03-30 04-02 04-05 05-01 05-22 06-18 07-02 09-25 10-01 10-17 12-25 12-26")]
    [InlineData("XHKG", 2019, "01-01 02-05 02-06 02-07 04-05 04-19 04-22 05-01 05-13 06-07 07-01 10-01 10-07 12-25 12-26")]
    [InlineData("XHKG", 2020, "01-01 01-27 01-28 04-10 04-13 04-30 05-01 06-25 07-01 10-01 10-02 10-13 10-26 12-25")]
    // JPX, "Market holidays".
    [InlineData("XTKS", 2019, "01-01 01-02 01-03 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-06 07-15 08-12 09-16 09-23 10-14 10-22 11-04 12-31")]
    [InlineData("XTKS", 2020, "01-01 01-02 01-03 01-13 02-11 02-24 03-20 04-29 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 10-01 11-03 11-23 12-31")]
    [InlineData("XTKS", 2021, "01-01 01-11 02-11 02-23 04-29 05-03 05-04 05-05 07-22 07-23 08-09 09-20 09-23 11-03 11-23 12-31")]
    [InlineData("XTKS", 2024, "01-01 01-02 01-03 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04 12-31")]
    [InlineData("XTKS", 2015, "01-01 01-02 01-12 02-11 04-29 05-04 05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23 12-31")]
    // Deutsche Börse, "Trading calendar".
    [InlineData("XETR", 2017, "04-14 04-17 05-01 06-05 10-03 10-31 12-25 12-26")]
    [InlineData("XETR", 2023, "04-07 04-10 05-01 12-25 12-26")]
    [InlineData("XETR", 2024, "01-01 03-29 04-01 05-01 12-24 12-25 12-26 12-31")]
    // Euronext, "Trading hours and holidays".
    [InlineData("XPAR", 2023, "04-07 04-10 05-01 12-25 12-26")]
    [InlineData("XPAR", 2024, "01-01 03-29 04-01 05-01 12-25 12-26")]
    // ASX, "Trading calendar".
    [InlineData("XASX", 2011, "01-03 01-26 04-22 04-25 04-26 06-13 12-26 12-27")]
    [InlineData("XASX", 2022, "01-03 01-26 04-15 04-18 04-25 06-13 09-22 12-26 12-27")]
    [InlineData("XASX", 2024, "01-01 01-26 03-29 04-01 04-25 06-10 12-25 12-26")]
    // TSX, "Holiday schedule".
    [InlineData("XTSE", 2011, "01-03 02-21 04-22 05-23 07-01 08-01 09-05 10-10 12-26 12-27")]
    [InlineData("XTSE", 2021, "01-01 02-15 04-02 05-24 07-01 08-02 09-06 10-11 12-27 12-28")]
    [InlineData("XTSE", 2023, "01-02 02-20 04-07 05-22 07-03 08-07 09-04 10-09 12-25 12-26")]
    [InlineData("XTSE", 2024, "01-01 02-19 03-29 05-20 07-01 08-05 09-02 10-14 12-25 12-26")]
    // CME Group, "Holiday calendar": days without a session for equity indices.
    [InlineData("CME_equity", 2022, "04-15 12-26")]
    [InlineData("CME_equity", 2024, "01-01 03-29 12-25")]
    [InlineData("CME_equity", 2021, "01-01 12-24")]
    public void Weekdays_without_trading_are_those_the_exchange_published(string calendar, int year, string dates) =>
        Assert.Equal(dates.Split(' '), Calendars.ClosedWeekdays(Calendars.Open(calendar), year));

    [Theory]
    [InlineData("XHKG", 2019, "02-04 12-24 12-31")]
    [InlineData("XHKG", 2021, "02-11 06-28 12-24 12-31")]
    [InlineData("XETR", 2023, "12-29")]
    [InlineData("XETR", 2024, "12-30")]
    [InlineData("XPAR", 2024, "12-24 12-31")]
    [InlineData("XASX", 2022, "")]
    [InlineData("XASX", 2024, "12-24 12-31")]
    [InlineData("XTKS", 2023, "")]
    [InlineData("XTSE", 2021, "12-24")]
    [InlineData("XTSE", 2022, "")]
    [InlineData("CME_equity", 2022, "01-17 02-21 05-30 06-20 07-04 09-05 11-24 11-25")]
    [InlineData("CME_equity", 2024, "01-15 02-19 05-27 06-19 07-03 07-04 09-02 11-28 11-29 12-24")]
    public void Half_days_are_those_the_exchange_published(string calendar, int year, string dates) =>
        Assert.Equal(dates.Split(' ', StringSplitOptions.RemoveEmptyEntries), Calendars.ShortDays(Calendars.Open(calendar), year));

    [Theory]
    [InlineData("XTKS", "2011-06-01", "09:00 15:00", "11:00 12:30")]
    [InlineData("XTKS", "2024-11-01", "09:00 15:00", "11:30 12:30")]
    [InlineData("XTKS", "2024-11-05", "09:00 15:30", "11:30 12:30")]
    [InlineData("XHKG", "2024-07-02", "09:30 16:00", "12:00 13:00")]
    [InlineData("XHKG", "2019-02-04", "09:30 12:00", "")]
    [InlineData("XHKG", "2021-06-28", "13:00 16:00", "")]
    [InlineData("XETR", "2024-07-01", "09:00 17:30", "")]
    [InlineData("XETR", "2023-12-29", "09:00 14:00", "")]
    [InlineData("XPAR", "2024-12-24", "09:00 14:05", "")]
    [InlineData("XASX", "2024-12-24", "10:00 14:10", "")]
    [InlineData("XASX", "2022-12-23", "10:00 16:00", "")]
    [InlineData("XTSE", "2024-12-24", "09:30 13:00", "")]
    [InlineData("XNSE", "2024-07-01", "09:15 15:30", "")]
    [InlineData("XNSE", "2023-11-12", "18:15 19:15", "")] // Diwali, a Sunday
    [InlineData("XNSE", "2025-02-01", "09:15 15:30", "")] // the budget, a Saturday
    [InlineData("CME_equity", "2021-06-25", "17:00 16:00", "15:15 15:30")]
    [InlineData("CME_equity", "2021-06-28", "17:00 16:00", "")]
    [InlineData("CME_equity", "2024-01-15", "17:00 12:00", "")]
    [InlineData("CME_equity", "2024-01-16", "17:00 16:00", "")] // begins on the evening of the holiday
    [InlineData("CME_equity", "2024-01-02", "17:00 16:00", "")]
    public void Sessions_and_breaks_are_those_of_the_exchange(string name, string date, string session, string pause)
    {
        ITradingCalendar calendar = Calendars.Open(name);
        Assert.Equal(session, Calendars.Session(calendar, date, calendar.TimeZone));
        Assert.Equal(pause, string.Join("; ", calendar.Breaks(Calendars.Day(date)).Select(each => Calendars.Clock(each, calendar.TimeZone))));
    }

    [Theory]
    [InlineData("XNSE", 2015, 2025)]
    [InlineData("XTKS", 2010, 2030)]
    [InlineData("XETR", 2010, 2030)]
    [InlineData("XPAR", 2010, 2030)]
    [InlineData("XASX", 2011, 2030)]
    [InlineData("XTSE", 2010, 2030)]
    public void A_year_has_as_many_sessions_as_exchanges_have(string calendar, int first, int last)
    {
        ITradingCalendar open = Calendars.Open(calendar);
        for (int year = first; year <= last; year++)
            Assert.InRange(Calendars.TradingDays(open, $"{year}-01-01", $"{year}-12-31").Length, 240, 258);
    }

    [Theory]
    [InlineData("XNSE", "2026-01-02", "data.end")]
    [InlineData("XNSE", "2014-12-31", "data.start")]
    [InlineData("XHKG", "2012-03-02", "data.start")]
    [InlineData("XTKS", "2031-01-06", "data.end")]
    public void Bars_of_years_a_calendar_does_not_know_are_refused(string calendar, string date, string key)
    {
        using DataFolder folder = new();
        folder.File("a.csv", "date,open,high,low,close", $"{date},1,1,1,1");
        Assert.Contains($"Set {key} to a day that the calendar covers", folder.Error(folder.Options("a.csv") with { Calendar = calendar }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_market_that_never_closes_trades_every_day_of_the_datas_zone()
    {
        ITradingCalendar always = Calendars.Open("24/7");
        Assert.Equal("24/7", always.Name);
        Assert.Equal(366, Calendars.TradingDays(always, "2024-01-01", "2024-12-31").Length);
    }

    [Fact]
    public void Bars_of_a_lunch_break_are_not_of_the_regular_session()
    {
        using DataFolder folder = new();
        folder.File(
            "a.csv", "time,open,high,low,close", "2024-07-01 11:29,1,1,1,1", "2024-07-01 11:30,2,2,2,2", "2024-07-01 12:29,3,3,3,3",
            "2024-07-01 12:30,4,4,4,4");
        using IBarSource source = DataFolder.Open(folder.Options("a.csv") with
        {
            Timeframe = Timeframe.Minute,
            TimeZone = "Asia/Tokyo",
            Calendar = "XTKS",
            Session = SessionHours.Regular,
        });
        Assert.Equal([1, 4], DataFolder.Closes(DataFolder.Bars(source)));
    }
}

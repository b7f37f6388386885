namespace Backtest.Tests.Calendars;

public sealed class NewYorkCalendarTests
{
    private static readonly ITradingCalendar Calendar = Calendars.Open("XNYS");

    // New York Stock Exchange, "Holidays and Trading Hours", as published for these years.
    [Theory]
    [InlineData(2024, "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25")]
    [InlineData(2025, "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25")]
    public void Holidays_are_those_the_exchange_published(int year, string dates) =>
        Assert.Equal(dates.Split(' '), Calendars.ClosedWeekdays(Calendar, year));

    // The same source, "early closes at 1:00 p.m. Eastern Time".
    [Theory]
    [InlineData(2024, "07-03 11-29 12-24")]
    [InlineData(2025, "07-03 11-28 12-24")]
    [InlineData(2026, "11-27 12-24")]
    public void Early_closes_are_those_the_exchange_published(int year, string dates)
    {
        Assert.Equal(dates.Split(' '), Calendars.ShortDays(Calendar, year));
        Assert.All(dates.Split(' '), date => Assert.EndsWith("13:00", Calendars.Session(Calendar, $"{year}-{date}", "America/New_York")));
    }

    // New York Stock Exchange, "Special Closings".
    [Theory]
    [InlineData("1994-04-27")]
    [InlineData("2001-09-11")]
    [InlineData("2001-09-14")]
    [InlineData("2004-06-11")]
    [InlineData("2007-01-02")]
    [InlineData("2012-10-29")]
    [InlineData("2012-10-30")]
    [InlineData("2018-12-05")]
    [InlineData("2025-01-09")]
    public void Special_closings_are_known(string date) => Assert.Null(Calendar.Session(Calendars.Day(date)));

    [Theory]
    [InlineData("2001-09-17", "09:30 16:00")] // the day trading resumed
    [InlineData("1992-11-27", "09:30 14:00")]
    [InlineData("1993-11-26", "09:30 13:00")]
    [InlineData("1996-01-08", "11:00 14:00")]
    [InlineData("2010-12-31", "09:30 16:00")] // New Year's Day is a Saturday
    [InlineData("2021-06-18", "09:30 16:00")] // the year before Juneteenth became a holiday
    public void Sessions_open_and_close_on_time(string date, string session) =>
        Assert.Equal(session, Calendars.Session(Calendar, date, "America/New_York"));

    [Fact]
    public void A_session_follows_the_clocks_of_New_York()
    {
        TradingSession winter = Calendar.Session(Calendars.Day("2024-03-08"))!.Value;
        TradingSession summer = Calendar.Session(Calendars.Day("2024-03-11"))!.Value;
        Assert.Equal(new DateTime(2024, 3, 8, 14, 30, 0), new DateTime(winter.Open));
        Assert.Equal(new DateTime(2024, 3, 11, 13, 30, 0), new DateTime(summer.Open));
    }

    [Fact]
    public void Trading_before_and_after_the_session_belongs_to_its_day()
    {
        Assert.Equal(Calendars.Day("2024-03-08"), Calendar.Day(new DateTime(2024, 3, 8, 9, 0, 0).Ticks)); // 04:00
        Assert.Equal(Calendars.Day("2024-03-08"), Calendar.Day(new DateTime(2024, 3, 9, 0, 59, 0).Ticks)); // 19:59
    }

    [Fact]
    public void Trading_days_are_those_with_prices_of_the_S_and_P_500()
    {
        string file = Path.Combine(Calendars.Repository(), "samples", "data", "spx-daily.csv");
        string[] days = [.. File.ReadLines(file).Skip(1).Select(line => line[..10])];
        Assert.Equal(days, Calendars.TradingDays(Calendar, days[0], days[^1]));
    }
}

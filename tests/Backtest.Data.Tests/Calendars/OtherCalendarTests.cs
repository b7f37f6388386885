namespace Backtest.Tests.Calendars;

public sealed class OtherCalendarTests
{
    private static readonly ITradingCalendar London = Calendars.Open("XLON");

    private static readonly ITradingCalendar Forex = Calendars.Open("forex");

    // London Stock Exchange, "Business days", as published for these years.
    [Theory]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    public void Holidays_of_London_are_those_the_exchange_published(int year, string dates) =>
        Assert.Equal(dates.Split(' '), Calendars.ClosedWeekdays(London, year));

    [Theory]
    [InlineData(2020, "12-24 12-31")]
    [InlineData(2022, "12-23 12-30")]
    [InlineData(2023, "12-22 12-29")]
    public void Half_days_of_London_are_those_the_exchange_published(int year, string dates) =>
        Assert.Equal(dates.Split(' '), Calendars.ShortDays(London, year));

    [Fact]
    public void London_trades_from_eight_to_half_past_four() =>
        Assert.Equal("08:00 16:30", Calendars.Session(London, "2024-07-01", "Europe/London"));

    [Fact]
    public void Nasdaq_keeps_the_days_of_New_York() => Assert.Equal(
        Calendars.TradingDays(Calendars.Open("XNYS"), "1990-01-01", "2030-12-31"),
        Calendars.TradingDays(Calendars.Open("XNAS"), "1990-01-01", "2030-12-31"));

    [Theory]
    [InlineData("2024-03-03 22:00", "2024-03-04")] // Monday starts on Sunday at 17:00 in New York
    [InlineData("2024-03-04 21:59", "2024-03-04")]
    [InlineData("2024-03-04 22:00", "2024-03-05")]
    [InlineData("2024-03-11 20:59", "2024-03-11")] // in summer time, the day changes one hour earlier
    [InlineData("2024-03-11 21:00", "2024-03-12")]
    public void A_day_of_currencies_turns_at_five_in_New_York(string utc, string day) => Assert.Equal(
        Calendars.Day(day), Forex.Day(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).Ticks));

    [Fact]
    public void Currencies_rest_from_Friday_evening_to_Sunday_evening()
    {
        Assert.Null(Forex.Session(Calendars.Day("2024-03-02")));
        Assert.Null(Forex.Session(Calendars.Day("2024-03-03")));
        TradingSession friday = Forex.Session(Calendars.Day("2024-03-01"))!.Value;
        TradingSession monday = Forex.Session(Calendars.Day("2024-03-04"))!.Value;
        Assert.Equal(TimeSpan.FromDays(2).Ticks, monday.Open - friday.Close);
    }

    [Fact]
    public void A_calendar_that_is_not_known_is_told_with_those_there_are()
    {
        using DataFolder folder = new();
        folder.File("a.csv", "date,open,high,low,close", "2020-01-02,1,1,1,1");
        string error = folder.Error(folder.Options("a.csv") with { Calendar = "NYSE" });
        Assert.StartsWith("data.calendar: 'NYSE' is not a calendar; expected one of none, 24/7, XNYS, XNAS, XTSE, XLON, XETR,", error, StringComparison.Ordinal);
        Assert.Contains("my-exchange.json", error, StringComparison.Ordinal);
    }
}

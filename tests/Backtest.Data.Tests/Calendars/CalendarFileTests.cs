namespace Backtest.Tests.Calendars;

public sealed class CalendarFileTests : IDisposable
{
    private readonly DataFolder _folder = new();

    [Fact]
    public void A_file_brings_days_hours_breaks_and_half_days()
    {
        ITradingCalendar calendar = Open("""
            {
              "name": "XKLS", "timeZone": "Asia/Kuala_Lumpur", "from": "2020-01-01", "to": "2020-12-31",
              "source": "the exchange's yearly circular",
              "hours": {"weekdays": "09:00-12:30, 14:30-17:00"},
              "closed": ["2020-01-27"], "closes": {"2020-01-24": "12:30"}, "special": {"2020-02-01": "10:00-11:00"}
            }
            """);

        Assert.Equal("XKLS", calendar.Name);
        Assert.Equal(
            ["2020-01-23", "2020-01-24", "2020-01-28"],
            Calendars.TradingDays(calendar, "2020-01-23", "2020-01-28"));
        Assert.Equal("09:00 12:30", Calendars.Session(calendar, "2020-01-24", calendar.TimeZone));
        Assert.Equal("10:00 11:00", Calendars.Session(calendar, "2020-02-01", calendar.TimeZone));
        Assert.Equal("12:30 14:30", Calendars.Clock(Assert.Single(calendar.Breaks(Calendars.Day("2020-01-23"))), calendar.TimeZone));
        Assert.Empty(calendar.Breaks(Calendars.Day("2020-01-24")));
        Assert.Null(calendar.Session(Calendars.Day("2021-01-04")));
    }

    [Fact]
    public void A_day_may_begin_on_the_evening_before()
    {
        ITradingCalendar calendar = Open("""
            {"name": "night", "timeZone": "America/Chicago", "from": "2020-01-01", "to": "2020-12-31", "hours": {"weekdays": "-17:00-16:00"}}
            """);

        TradingSession monday = calendar.Session(Calendars.Day("2020-01-13"))!.Value;
        Assert.Equal(TimeSpan.FromHours(23).Ticks, monday.Close - monday.Open);
        Assert.Equal(Calendars.Day("2020-01-13"), calendar.Day(monday.Open));
    }

    [Theory]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{\"name\": \"A\"}", "it has no 'hours'")]
    [InlineData("{\"nam\": \"A\"}", "'nam' is not a key")]
    [InlineData("{\"name\": \"XNYS\", \"timeZone\": \"UTC\", \"from\": \"2020-01-01\", \"to\": \"2020-12-31\", \"hours\": {}}", "'XNYS' is the name of an existing calendar")]
    [InlineData("{\"name\": \"A\", \"timeZone\": \"Mars\", \"from\": \"2020-01-01\", \"to\": \"2020-12-31\", \"hours\": {}}", "'Mars' is not a time zone")]
    [InlineData("{\"name\": \"A\", \"timeZone\": \"UTC\", \"from\": \"2020-01-01\", \"to\": \"2020-12-31\", \"hours\": {\"funday\": \"09:00-10:00\"}}", "'funday' is not a day")]
    [InlineData("{\"name\": \"A\", \"timeZone\": \"UTC\", \"from\": \"2020-01-01\", \"to\": \"2020-12-31\", \"hours\": {\"monday\": \"10:00-09:00\"}}", "'10:00-09:00' are not valid hours")]
    [InlineData("{\"name\": \"A\", \"timeZone\": \"UTC\", \"from\": \"1 Jan 2020\", \"to\": \"2020-12-31\", \"hours\": {}}", "'1 Jan 2020' is not a date")]
    public void What_is_wrong_with_a_file_is_told_with_an_example(string json, string problem)
    {
        _folder.Raw("own.json", json);
        _folder.File("a.csv", "date,open,high,low,close", "2020-01-02,1,1,1,1");
        string error = _folder.Error(_folder.Options("a.csv") with { Calendar = "own.json" });
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.Contains("own.json", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ITradingCalendar Open(string json)
    {
        _folder.Raw("own.json", json);
        _folder.File("a.csv", "date,open,high,low,close", "2020-01-14,1,1,1,1");
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Calendar = "own.json" });
        return source.Series[0].Calendar;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Backtest.Tests.Lean;

/// <summary>Our New York calendar compared with the days on which LEAN has prices, and with LEAN's own holidays.</summary>
public sealed class SampleCalendarTests
{
    private static readonly ITradingCalendar Calendar = Calendars.Calendars.Open("XNYS");

    [Fact]
    public void Trading_days_are_those_with_prices_of_SPY()
    {
        string[] days = [.. Rows("daily").Select(row => Date(row[..8])).Distinct()];
        Assert.Equal(5849, days.Length);
        Assert.Equal(days, Calendars.Calendars.TradingDays(Calendar, days[0], days[^1]));
    }

    [Fact]
    public void Holidays_are_those_of_the_market_hours_database()
    {
        using JsonDocument database = JsonDocument.Parse(File.ReadAllText(LeanSamples.Locate("market-hours", "market-hours-database.json")));
        DateOnly[] theirs = [.. database.RootElement.GetProperty("entries").GetProperty("Equity-usa-[*]").GetProperty("holidays")
            .EnumerateArray()
            .Select(day => DateOnly.ParseExact(day.GetString()!, "M/d/yyyy", CultureInfo.InvariantCulture))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day.Year <= 2026)
            .Distinct().Order()];
        string[] ours = [.. Enumerable.Range(1998, 29)
            .SelectMany(year => Calendars.Calendars.ClosedWeekdays(Calendar, year).Select(day => $"{year}-{day}"))];
        Assert.Equal(theirs.Select(Calendars.Calendars.Text), ours);
    }

    private static string[] Rows(string resolution)
    {
        using ZipArchive zip = ZipFile.OpenRead(LeanSamples.Locate("equity", "usa", resolution, "spy.zip"));
        using StreamReader reader = new(zip.Entries[0].Open());
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Date(string compact) => $"{compact[..4]}-{compact[4..6]}-{compact[6..]}";
}

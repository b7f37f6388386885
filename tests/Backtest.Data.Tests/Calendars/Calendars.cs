using System.Globalization;
using NodaTime;

namespace Backtest.Tests.Calendars;

/// <summary>Calendars as a source provides them, and their days as text.</summary>
internal static class Calendars
{
    public static ITradingCalendar Open(string name)
    {
        using DataFolder folder = new();
        folder.File("a.csv", "date,open,high,low,close", "2020-01-08,1,1,1,1");
        using IBarSource source = DataFolder.Open(folder.Options("a.csv") with { Calendar = name });
        return source.Series[0].Calendar;
    }

    public static int Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture).DayNumber;

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string[] TradingDays(ITradingCalendar calendar, string first, string last) =>
        [.. Enumerable.Range(Day(first), Day(last) - Day(first) + 1).Where(day => calendar.Session(day) is not null)
            .Select(day => Text(DateOnly.FromDayNumber(day)))];

    public static string[] ClosedWeekdays(ITradingCalendar calendar, int year) =>
        [.. Weekdays(year).Where(day => calendar.Session(day.DayNumber) is null).Select(day => Text(day)[5..])];

    /// <summary>Days whose session is shorter than the longest one.</summary>
    public static string[] ShortDays(ITradingCalendar calendar, int year)
    {
        DateOnly[] days = [.. Weekdays(year).Where(day => calendar.Session(day.DayNumber) is not null)];
        long usual = days.Max(Length);
        return [.. days.Where(day => Length(day) < usual).Select(day => Text(day)[5..])];

        long Length(DateOnly day) => calendar.Session(day.DayNumber)!.Value is var session ? session.Close - session.Open : 0;
    }

    /// <summary>A session on the clock of its zone.</summary>
    public static string Session(ITradingCalendar calendar, string date, string zone) => Clock(calendar.Session(Day(date))!.Value, zone);

    /// <summary>A period on the clock of a zone.</summary>
    public static string Clock(TradingSession session, string zone)
    {
        return $"{Clock(session.Open)} {Clock(session.Close)}";

        string Clock(long ticks) => Instant.FromDateTimeUtc(new DateTime(ticks, DateTimeKind.Utc))
            .InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    public static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    private static IEnumerable<DateOnly> Weekdays(int year)
    {
        for (DateOnly day = new(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return day;
        }
    }
}

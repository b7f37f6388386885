using System.Globalization;

namespace Backtest.Data.Calendars;

/// <summary>Dates of one exchange that follow no rule, written year by year.</summary>
internal static class OtherDates
{
    /// <summary>Changes of dates.</summary>
    /// <param name="change">The exception on these dates.</param>
    /// <param name="years">A year and its dates each: <c>2024: 01-22 03-08</c>.</param>
    public static IEnumerable<KeyValuePair<DateOnly, DayChange>> Of(DayChange change, params IEnumerable<string> years) => years.SelectMany(year =>
    {
        string[] parts = year.Split(':', StringSplitOptions.TrimEntries);
        return parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(date => KeyValuePair.Create(
            DateOnly.ParseExact($"{parts[0]}-{date}", "yyyy-MM-dd", CultureInfo.InvariantCulture), change));
    });
}

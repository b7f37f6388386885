using System.Globalization;

namespace Backtest.Data.Calendars;

/// <summary>Dates of one exchange that come by no rule, written year by year.</summary>
internal static class OtherDates
{
    /// <summary>Changes of dates.</summary>
    /// <param name="change">What is not as usual on them.</param>
    /// <param name="years">Each a year and its dates: <c>2024: 01-22 03-08</c>.</param>
    public static IEnumerable<KeyValuePair<DateOnly, DayChange>> Of(DayChange change, params IEnumerable<string> years) => years.SelectMany(year =>
    {
        string[] parts = year.Split(':', StringSplitOptions.TrimEntries);
        return parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(date => KeyValuePair.Create(
            DateOnly.ParseExact($"{parts[0]}-{date}", "yyyy-MM-dd", CultureInfo.InvariantCulture), change));
    });
}

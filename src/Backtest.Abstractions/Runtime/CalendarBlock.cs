using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// The days that bars of several days cover, independent of where the data begins: days and weeks are counted from Monday, 1 January of year 1,
/// months and quarters from the January of that year.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CalendarBlock
{
    private const int MonthsOfYear = 12;

    /// <summary>The first and the last day of the block a day is in, as day numbers.</summary>
    /// <param name="timeframe">The length of the bars; one that <see cref="Timeframe.IsOfDays"/>.</param>
    /// <param name="day">The day, as a <see cref="DateOnly.DayNumber"/>.</param>
    public static (int First, int Last) Of(Timeframe timeframe, int day)
    {
        if (timeframe.Months is var months and > 0)
        {
            DateOnly date = DateOnly.FromDayNumber(day);
            int month = (date.Year - 1) * MonthsOfYear + date.Month - 1;
            DateOnly first = DateOnly.MinValue.AddMonths(month - month % months);
            return (first.DayNumber, first.AddMonths(months).DayNumber - 1);
        }

        int length = (int)(timeframe.Ticks / TimeSpan.TicksPerDay);
        int start = day - day % length;
        return (start, start + length - 1);
    }
}

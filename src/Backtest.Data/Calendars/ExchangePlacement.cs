using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;

namespace Backtest.Data.Calendars;

/// <summary>
/// Places bars of an exchange. A bar of days, weeks or months begins when the first of its sessions opens and ends when the last one closes,
/// whatever its time of day. A shorter bar ends at its start plus the timeframe: its content is not known earlier.
/// </summary>
internal sealed class ExchangePlacement(
    Timeframe timeframe, ExchangeCalendar calendar, SessionHours wanted, bool isStampedAtEnd) : IBarPlacement
{
    private readonly long _length = timeframe.Ticks;
    private readonly int _days = (int)(timeframe.Ticks / TimeSpan.TicksPerDay);
    private readonly bool _isOfDays = timeframe.IsOfDays;

    public BarTime Place(long utc, long local)
    {
        if (_isOfDays)
            return PlaceDays(utc, local);
        long start = isStampedAtEnd ? utc - _length : utc;
        return new BarTime(start, start + _length, calendar.Day(start));
    }

    public RowProblem? Check(in BarTime time)
    {
        if (calendar.Hours(time.Day) is not null)
            return null;
        string day = Text(DateOnly.FromDayNumber(time.Day));
        if (time.Day < calendar.First.DayNumber)
            return Outside("before_calendar", $"the bar is of {day}, but the calendar {calendar.Name} begins on {Text(calendar.First)}", "start");
        return time.Day > calendar.Last.DayNumber
            ? Outside("after_calendar", $"the bar is of {day}, but the calendar {calendar.Name} ends on {Text(calendar.Last)}", "end")
            : new RowProblem(
                "closed_day",
                $"the bar is of {day}, a day on which {calendar.Name} was closed",
                "bars must be of days on which the exchange of data.calendar traded");
    }

    public bool IsWanted(in BarTime time)
    {
        if (_isOfDays || wanted == SessionHours.All || calendar.Hours(time.Day) is not { } hours)
            return true;
        return wanted == SessionHours.Regular
            ? time.Start >= hours.Open && time.Start < hours.Close && !(time.Start >= hours.BreakStart && time.Start < hours.BreakEnd)
            : time.Start >= hours.ExtendedOpen && time.Start < hours.ExtendedClose;
    }

    private static RowProblem Outside(string code, string message, string key) => new(
        code, message, $"Set data.{key} to a day that the calendar covers, or set the calendar to none")
    {
        IsOfWholeFile = true,
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The days of a bar; a bar of months covers calendar months, whichever of their days it is stamped with.</summary>
    private (int First, int Last) Days(int day)
    {
        if (timeframe.Months > 0)
            return CalendarBlock.Of(timeframe, day);
        return isStampedAtEnd ? (day - _days + 1, day) : (day, day + _days - 1);
    }

    private BarTime PlaceDays(long utc, long local)
    {
        // A bar stamped at its end belongs to the moment before.
        long back = isStampedAtEnd ? 1 : 0;
        bool isDate = local % TimeSpan.TicksPerDay == 0;
        int day = isDate ? (int)((local - back) / TimeSpan.TicksPerDay) : calendar.Day(utc - back);
        (int first, int last) = Days(day);
        int opens = first;
        while (opens < last && calendar.Hours(opens) is null)
            opens++;
        int closes = last;
        while (closes > opens && calendar.Hours(closes) is null)
            closes--;
        return calendar.Hours(opens) is { } open && calendar.Hours(closes) is { } close
            ? new BarTime(open.Open, close.Close, opens)
            : new BarTime(utc, utc, day);
    }
}

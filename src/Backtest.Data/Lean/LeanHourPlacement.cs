using Backtest.Data.Calendars;
using Backtest.Data.Rows;

namespace Backtest.Data.Lean;

/// <summary>
/// Places LEAN's hourly bars, which are stamped with full hours and cover only the regular session: the first begins when it opens, and the last
/// ends when it closes.
/// </summary>
internal sealed class LeanHourPlacement(ExchangeCalendar calendar, IBarPlacement inner) : IBarPlacement
{
    public BarTime Place(long utc, long local)
    {
        long end = utc + TimeSpan.TicksPerHour;
        int day = calendar.Day(end - 1);
        return calendar.Hours(day) is { } hours && utc < hours.Close && end > hours.Open
            ? new BarTime(Math.Max(utc, hours.Open), Math.Min(end, hours.Close), day)
            : new BarTime(utc, end, day);
    }

    public RowProblem? Check(in BarTime time) => inner.Check(time);

    public bool IsWanted(in BarTime time) => inner.IsWanted(time);
}

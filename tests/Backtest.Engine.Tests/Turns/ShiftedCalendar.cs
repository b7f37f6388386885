namespace Backtest.Tests;

/// <summary>A market whose days begin and end at given hours from midnight UTC; it may close on weekends.</summary>
public sealed class ShiftedCalendar(string name, double begins, double hours = 24, bool isOpenOnWeekends = true) : ITradingCalendar
{
    public string Name => name;

    public string TimeZone => $"Etc/{begins}";

    public int Day(long time) => (int)((time - (long)(begins * TimeSpan.TicksPerHour)) / TimeSpan.TicksPerDay);

    public TradingSession? Session(int day)
    {
        bool isWeekend = DateOnly.FromDayNumber(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        long open = (day * TimeSpan.TicksPerDay) + (long)(begins * TimeSpan.TicksPerHour);
        return isWeekend && !isOpenOnWeekends ? null : new TradingSession(open, open + (long)(hours * TimeSpan.TicksPerHour));
    }
}

namespace Backtest.Tests;

/// <summary>A market whose days begin some hours from midnight UTC, and last for some hours; closed on weekends or never.</summary>
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

namespace Backtest.Tests;

/// <summary>
/// A market that trades on weekdays from 9:30 to 16:00 by a clock that moves forward on 9 January 2020; every fifth trading day ends at 13:00,
/// and every thirteenth is a holiday.
/// </summary>
public sealed class WeekdayCalendar : ITradingCalendar
{
    private static readonly int Summer = new DateOnly(2020, 1, 9).DayNumber;

    public string Name => "weekdays";

    public int Day(long time) => (int)(time / TimeSpan.TicksPerDay);

    public TradingSession? Session(int day)
    {
        if (DateOnly.FromDayNumber(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day % 13 == 0)
            return null;
        double open = day < Summer ? 14.5 : 13.5;
        double hours = day % 5 == 0 ? 3.5 : 6.5;
        return new TradingSession(Hours(day, open), Hours(day, open + hours));
    }

    private static long Hours(int day, double hours) => day * TimeSpan.TicksPerDay + (long)(hours * TimeSpan.TicksPerHour);
}

namespace Backtest.Tests;

/// <summary>A market that trades every day from 00:00 to 06:00, with a break from 02:30 to 03:30.</summary>
public sealed class PausingCalendar : ITradingCalendar
{
    public string Name => "pausing";

    public int Day(long time) => (int)(time / TimeSpan.TicksPerDay);

    public TradingSession? Session(int day) => Stretch(day, 0, 6);

    public IReadOnlyList<TradingSession> Breaks(int day) => [Stretch(day, 2.5, 3.5)];

    private static TradingSession Stretch(int day, double from, double to) => new(
        day * TimeSpan.TicksPerDay + (long)(from * TimeSpan.TicksPerHour), day * TimeSpan.TicksPerDay + (long)(to * TimeSpan.TicksPerHour));
}

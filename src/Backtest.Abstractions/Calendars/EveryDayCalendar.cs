namespace Backtest;

/// <summary>The calendar of markets that never close: every day is a trading day, from midnight to midnight UTC.</summary>
public sealed class EveryDayCalendar : ITradingCalendar
{
    private EveryDayCalendar()
    {
    }

    /// <summary>The only instance.</summary>
    public static EveryDayCalendar Utc { get; } = new();

    /// <inheritdoc/>
    public string Name => "none";

    /// <inheritdoc/>
    public int Day(long time) => (int)(time / TimeSpan.TicksPerDay);

    /// <inheritdoc/>
    public TradingSession? Session(int day) => new(day * TimeSpan.TicksPerDay, (day + 1) * TimeSpan.TicksPerDay);
}

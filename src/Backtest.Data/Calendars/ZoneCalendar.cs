using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>Every day is a trading day, from midnight to midnight of a zone's clock.</summary>
internal sealed class ZoneCalendar(DataZone zone) : ITradingCalendar
{
    public string Name => "none";

    public string TimeZone => zone.Id;

    public int Day(long time) => zone.Day(time);

    public TradingSession? Session(int day) =>
        new TradingSession(zone.ToUtc(day * TimeSpan.TicksPerDay), zone.ToUtc((day + 1) * TimeSpan.TicksPerDay));
}

using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>A calendar in which every day is a trading day, from midnight to midnight of a zone's clock.</summary>
/// <param name="zone">The zone.</param>
/// <param name="name">The name in the run file: <c>none</c> where no calendar is given, <c>24/7</c> for a market that never closes.</param>
internal sealed class ZoneCalendar(DataZone zone, string name = "none") : ITradingCalendar
{
    public string Name => name;

    public string TimeZone => zone.Id;

    public int Day(long time) => zone.Day(time);

    public TradingSession? Session(int day) =>
        new TradingSession(zone.ToUtc(day * TimeSpan.TicksPerDay), zone.ToUtc((day + 1) * TimeSpan.TicksPerDay));
}

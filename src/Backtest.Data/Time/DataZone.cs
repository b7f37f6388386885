using Backtest.Data.Options;
using NodaTime;
using NodaTime.TimeZones;

namespace Backtest.Data.Time;

/// <summary>
/// The zone of a source's days and of its times without a zone. Caches the offset used last, so that rows of one season cost one addition each;
/// threads may share it. A local time that a clock change skips is moved forward by the gap; of a time that occurs twice, the earlier instant is
/// used.
/// </summary>
internal sealed class DataZone
{
    private readonly DateTimeZone _zone;
    private Season _season = new(long.MaxValue, long.MinValue, 0);

    private DataZone(DateTimeZone zone) => _zone = zone;

    /// <summary>The zone's IANA id.</summary>
    public string Id => _zone.Id;

    /// <summary>The zone named by a source's <c>timezone</c>.</summary>
    /// <exception cref="InputException">The zone does not exist.</exception>
    public static DataZone Find(BarSourceOptions options, string timeZone) => Find(timeZone) ?? throw new InputException(options.Error(
        "unknown_timezone",
        "timezone",
        $"'{timeZone}' is not a time zone; expected an IANA id.",
        "Write, for example, timezone: America/New_York, or UTC."));

    /// <summary>The zone with an IANA id, or <see langword="null"/> if there is none.</summary>
    public static DataZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new DataZone(zone) : null;

    /// <summary>The zone's clock at an instant, both in ticks.</summary>
    public long ToLocal(long utc)
    {
        Season season = _season;
        if (utc < season.From || utc >= season.To)
            season = Remember(utc);
        return utc + season.Offset;
    }

    /// <summary>The instant at which the zone's clock shows a time, both in ticks.</summary>
    public long ToUtc(long local)
    {
        // A day away from both ends of the season, no other offset can result in this local time.
        Season season = _season;
        long utc = local - season.Offset;
        if (utc - TimeSpan.TicksPerDay >= season.From && utc + TimeSpan.TicksPerDay < season.To)
            return utc;
        LocalDateTime time = LocalDateTime.FromDateTime(new DateTime(local));
        utc = _zone.ResolveLocal(time, Resolvers.LenientResolver).ToInstant().ToUnixTimeTicks() + DateTime.UnixEpoch.Ticks;
        Remember(utc);
        return utc;
    }

    /// <summary>The instants at which the zone's clock shows a time.</summary>
    /// <param name="local">The time, in ticks.</param>
    /// <param name="utc">The instant; the earlier one if there are two.</param>
    /// <param name="repeat">How much later the clock, set back, shows the time again; 0 if it does not.</param>
    /// <returns>Whether there is such an instant: a clock set forward skips times.</returns>
    public bool TryToUtc(long local, out long utc, out long repeat)
    {
        repeat = 0;
        utc = ToUtc(local);
        Season season = _season;
        if (utc - TimeSpan.TicksPerDay >= season.From && utc + TimeSpan.TicksPerDay < season.To)
            return true;
        ZoneLocalMapping mapping = _zone.MapLocal(LocalDateTime.FromDateTime(new DateTime(local)));
        if (mapping.Count == 2)
            repeat = (mapping.EarlyInterval.WallOffset - mapping.LateInterval.WallOffset).Ticks;
        return mapping.Count > 0;
    }

    /// <summary>The day the zone's calendar shows at an instant, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day(long utc) => (int)(ToLocal(utc) / TimeSpan.TicksPerDay);

    /// <summary>
    /// The instant a number of bars later, or earlier if negative. Days, weeks and months follow the zone's calendar, so that a daily bar ends
    /// where the next one starts even when clocks change.
    /// </summary>
    /// <param name="utc">The instant to count from.</param>
    /// <param name="local">The zone's clock at that instant.</param>
    /// <param name="timeframe">The length of a bar.</param>
    /// <param name="bars">The number of bars.</param>
    public long Add(long utc, long local, Timeframe timeframe, long bars)
    {
        if (timeframe.Months > 0)
            return ToUtc(new DateTime(local).AddMonths((int)bars * timeframe.Months).Ticks);
        return timeframe.IsOfDays ? ToUtc(local + bars * timeframe.Ticks) : utc + bars * timeframe.Ticks;
    }

    private Season Remember(long utc)
    {
        ZoneInterval interval = _zone.GetZoneInterval(Instant.FromUnixTimeTicks(utc - DateTime.UnixEpoch.Ticks));
        return _season = new Season(
            interval.HasStart ? interval.Start.ToUnixTimeTicks() + DateTime.UnixEpoch.Ticks : long.MinValue,
            interval.HasEnd ? interval.End.ToUnixTimeTicks() + DateTime.UnixEpoch.Ticks : long.MaxValue,
            interval.WallOffset.Ticks);
    }

    /// <summary>The time between two clock changes: its start and end, UTC ticks, and the offset to add to UTC.</summary>
    private sealed record Season(long From, long To, long Offset);
}

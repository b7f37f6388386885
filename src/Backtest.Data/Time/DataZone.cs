using Backtest.Data.Options;
using NodaTime;
using NodaTime.TimeZones;

namespace Backtest.Data.Time;

/// <summary>
/// The zone of a source's days and of its zone-less times. Remembers the offset it used last, so that rows of one season cost an
/// addition each; threads may share it. A local time that a clock change skips is moved forward by the gap; one that comes twice is the earlier.
/// </summary>
internal sealed class DataZone
{
    private readonly DateTimeZone _zone;
    private Season _season = new(long.MaxValue, long.MinValue, 0);

    private DataZone(DateTimeZone zone) => _zone = zone;

    /// <summary>The zone's IANA id.</summary>
    public string Id => _zone.Id;

    /// <summary>The zone <c>timezone</c> of a source names.</summary>
    /// <exception cref="InputException">There is no such zone.</exception>
    public static DataZone Find(BarSourceOptions options, string timeZone) => Find(timeZone) ?? throw new InputException(options.Error(
        "unknown_timezone",
        "timezone",
        $"'{timeZone}' is no time zone; expected an IANA id.",
        "Write for instance timezone: America/New_York, or UTC."));

    /// <summary>The zone of an IANA id; <see langword="null"/>: there is none.</summary>
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
        // A day away from both ends of the season no other offset can give this local time.
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
    /// <param name="utc">The instant, the earlier one of two.</param>
    /// <param name="repeat">How much later the clock, set back, shows the time again; 0: it does not.</param>
    /// <returns>Whether there is one: a clock set forward skips times.</returns>
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
    /// The instant a number of bars later (earlier where negative). Days, weeks and months go by the zone's calendar, so that a daily bar
    /// ends where the next one starts when clocks change, too.
    /// </summary>
    /// <param name="utc">The instant to count from.</param>
    /// <param name="local">The zone's clock at it.</param>
    /// <param name="timeframe">The length of a bar.</param>
    /// <param name="bars">How many bars.</param>
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

    /// <summary>A stretch of time between two clock changes: from when to when, UTC ticks, and what to add to UTC.</summary>
    private sealed record Season(long From, long To, long Offset);
}

namespace Backtest.Engine;

/// <summary>
/// The trading days of what trades some instruments: by the calendar, where they share one; else for daily bars the dates written, otherwise
/// the dates of the last instants before turns end, in the zone the instruments' sources share, or UTC. A day never goes back.
/// </summary>
internal sealed class TradingDays
{
    private readonly ITradingCalendar _clock; // for turns without bars, and where bars do not say the day
    private int _day;

    /// <param name="sources">Where the finest bars of the instruments come from.</param>
    public TradingDays(IReadOnlyList<SourceSeries> sources)
    {
        Calendar = Shared(sources, source => source.Calendar) is { } shared && shared.Name != EveryDayCalendar.Utc.Name ? shared : null;
        _clock = Calendar ?? Shared(sources, source => source.Dates) ?? EveryDayCalendar.Utc;
        GoesByBars = Calendar is not null || sources.All(source => source.Timeframe.Unit is 'd' or 'w');
        IsUniform = sources.Count <= 1 || sources.Select(source => (source.Timeframe, source.Calendar.Name, source.Dates.TimeZone)).Distinct().Count() <= 1;
    }

    /// <summary>The calendar the instruments share; <see langword="null"/>: they share none.</summary>
    public ITradingCalendar? Calendar { get; }

    /// <summary>Whether the day of a turn with bars is that of its bars, rather than one of its end.</summary>
    public bool GoesByBars { get; }

    /// <summary>Whether all bars of a turn are of one day.</summary>
    public bool IsUniform { get; }

    /// <summary>The day of the turn at hand.</summary>
    /// <param name="end">When the turn ends, UTC ticks.</param>
    /// <param name="ofBars">The latest day its bars are of; <see langword="null"/>: it has none.</param>
    /// <returns>The day, as a day number; never before the one of the turn before.</returns>
    public int Next(long end, int? ofBars) => _day = Math.Max(_day, GoesByBars && ofBars is { } day ? day : _clock.Day(end - 1));

    private static ITradingCalendar? Shared(IReadOnlyList<SourceSeries> sources, Func<SourceSeries, ITradingCalendar> calendar)
    {
        ITradingCalendar? first = sources.Count > 0 ? calendar(sources[0]) : null;
        return sources.All(source => calendar(source).Name == first!.Name && calendar(source).TimeZone == first.TimeZone) ? first : null;
    }
}

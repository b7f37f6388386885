namespace Backtest.Engine;

/// <summary>
/// The trading days of what trades some instruments: by the calendar, where they share one; else for daily bars the dates written, otherwise
/// the dates of the last instants before turns end, in the zone the instruments' sources share, or UTC. A day never goes back.
/// </summary>
internal sealed class TradingDays
{
    private readonly ITradingCalendar _clock; // for turns without bars, and where bars do not say the day

    /// <param name="sources">Where the finest bars of the instruments come from.</param>
    public TradingDays(IReadOnlyList<SourceSeries> sources)
    {
        Calendar = Shared(sources, source => source.Calendar) is { } shared && shared.Name != EveryDayCalendar.Utc.Name ? shared : null;
        _clock = Calendar ?? Shared(sources, source => source.Dates) ?? EveryDayCalendar.Utc;
        GoesByBars = Calendar is not null || sources.All(source => source.Timeframe.IsOfDays);
        IsUniform = sources.Count <= 1 || sources.Select(source => (source.Timeframe, source.Calendar.Name, source.Dates.TimeZone)).Distinct().Count() <= 1;
    }

    /// <summary>The calendar the instruments share; <see langword="null"/>: they share none.</summary>
    public ITradingCalendar? Calendar { get; }

    /// <summary>The day of the turn at hand, as a day number.</summary>
    public int Day { get; private set; }

    /// <summary>Whether the day of a turn with bars is that of its bars, rather than one of its end.</summary>
    public bool GoesByBars { get; }

    /// <summary>Whether all bars of a turn are of one day.</summary>
    public bool IsUniform { get; }

    /// <summary>The day of the turn at hand.</summary>
    /// <param name="end">When the turn ends, UTC ticks.</param>
    /// <param name="ofBars">The latest day its bars are of; <see langword="null"/>: it has none.</param>
    /// <returns>The day, as a day number; never before the one of the turn before.</returns>
    public int Next(long end, int? ofBars) => Day = After(Day, end, ofBars);

    /// <summary>The day of a turn behind one of an earlier day; nothing moves on.</summary>
    public int After(int day, long end, int? ofBars) => Math.Max(day, GoesByBars && ofBars is { } own ? own : _clock.Day(end - 1));

    /// <summary>The days of turns in a row, whose bars are each of one day; nothing moves on.</summary>
    /// <param name="ends">When the turns end, UTC ticks.</param>
    /// <param name="ofBars">The days their bars are of.</param>
    /// <param name="days">Takes the days.</param>
    public void Fill(ReadOnlySpan<long> ends, ReadOnlySpan<int> ofBars, Span<int> days)
    {
        int day = Day;
        // In UTC no day comes twice, so that none comes between two that are one.
        if (!GoesByBars && _clock is EveryDayCalendar && After(day, ends[^1], null) == day)
        {
            days.Fill(day);
            return;
        }

        for (int i = 0; i < days.Length; i++)
            days[i] = day = After(day, ends[i], ofBars[i]);
    }

    /// <summary>Moves on to the day of a turn already known.</summary>
    public void PassTo(int day) => Day = day;

    private static ITradingCalendar? Shared(IReadOnlyList<SourceSeries> sources, Func<SourceSeries, ITradingCalendar> calendar)
    {
        ITradingCalendar? first = sources.Count > 0 ? calendar(sources[0]) : null;
        return sources.All(source => calendar(source).Name == first!.Name && calendar(source).TimeZone == first.TimeZone) ? first : null;
    }
}

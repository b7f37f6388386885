namespace Backtest.Engine;

/// <summary>
/// The trading days of instruments: those of their calendar, if they share one; otherwise, for daily bars, the dates of the data; otherwise the date
/// just before a turn ends, in the time zone the instruments' sources share, or UTC. Days never go back.
/// </summary>
internal sealed class TradingDays
{
    private readonly ITradingCalendar _clock; // for turns without bars, and if bars do not determine the day

    /// <param name="sources">The sources of the finest bars of the instruments.</param>
    public TradingDays(IReadOnlyList<SourceSeries> sources)
    {
        Calendar = Shared(sources, source => source.Calendar) is { } shared && shared.Name != EveryDayCalendar.Utc.Name ? shared : null;
        _clock = Calendar ?? Shared(sources, source => source.Dates) ?? EveryDayCalendar.Utc;
        GoesByBars = Calendar is not null || sources.All(source => source.Timeframe.IsOfDays);
        IsUniform = sources.Count <= 1 || sources.Select(source => (source.Timeframe, source.Calendar.Name, source.Dates.TimeZone)).Distinct().Count() <= 1;
    }

    /// <summary>The calendar shared by the instruments; <see langword="null"/> if they do not share one.</summary>
    public ITradingCalendar? Calendar { get; }

    /// <summary>The day of the current turn, as a day number.</summary>
    public int Day { get; private set; }

    /// <summary>Whether the day of a turn with bars is that of its bars; otherwise its end determines the day.</summary>
    public bool GoesByBars { get; }

    /// <summary>Whether all bars of a turn are of one day.</summary>
    public bool IsUniform { get; }

    /// <summary>Advances to a turn and returns its day.</summary>
    /// <param name="end">The end of the turn, UTC ticks.</param>
    /// <param name="ofBars">The latest day of its bars; <see langword="null"/> if it has none.</param>
    /// <returns>The day, as a day number; never before that of the previous turn.</returns>
    public int Next(long end, int? ofBars) => Day = After(Day, end, ofBars);

    /// <summary>The day of a turn that follows a turn of a given day; does not advance.</summary>
    public int After(int day, long end, int? ofBars) => Math.Max(day, GoesByBars && ofBars is { } own ? own : _clock.Day(end - 1));

    /// <summary>The days of consecutive turns, whose bars are each of one day; does not advance.</summary>
    /// <param name="ends">The ends of the turns, UTC ticks.</param>
    /// <param name="ofBars">The days of their bars.</param>
    /// <param name="days">Receives the days.</param>
    public void Fill(ReadOnlySpan<long> ends, ReadOnlySpan<int> ofBars, Span<int> days)
    {
        int day = Day;
        // In UTC days never repeat, so if the first and the last day are equal, all are.
        if (!GoesByBars && _clock is EveryDayCalendar && After(day, ends[^1], null) == day)
        {
            days.Fill(day);
            return;
        }

        for (int i = 0; i < days.Length; i++)
            days[i] = day = After(day, ends[i], ofBars[i]);
    }

    /// <summary>Advances to a day that is already known.</summary>
    public void PassTo(int day) => Day = day;

    private static ITradingCalendar? Shared(IReadOnlyList<SourceSeries> sources, Func<SourceSeries, ITradingCalendar> calendar)
    {
        ITradingCalendar? first = sources.Count > 0 ? calendar(sources[0]) : null;
        return sources.All(source => calendar(source).Name == first!.Name && calendar(source).TimeZone == first.TimeZone) ? first : null;
    }
}

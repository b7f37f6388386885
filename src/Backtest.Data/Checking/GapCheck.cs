using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Checking;

/// <summary>
/// Finds missing bars: whole sessions of the exchange's calendar, or <see cref="Longest"/> and more within one; without a calendar, a week without
/// a bar.
/// </summary>
internal sealed class GapCheck(SourceSeries series) : IBarCheck
{
    /// <summary>The longest time within a session that may have no bar; not every minute has a trade.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private const long Week = 7 * TimeSpan.TicksPerDay;

    private readonly Finding _sessions = new(series, "missing_session", "Get the missing days, or see that the calendar is the symbol's.");
    private readonly Finding _bars = new(series, "gap", "Get the missing bars; a halt in trading is a gap, too.");
    private readonly bool _hasCalendar = series.Calendar.Name != "none";
    private readonly int _length = (int)Math.Max(1, series.Timeframe.Ticks / TimeSpan.TicksPerDay);
    private readonly long _tolerance = Math.Max(Longest.Ticks, series.Timeframe.Ticks);
    private readonly bool _isWithinDay = series.Timeframe.Ticks < TimeSpan.TicksPerDay;
    private int _day;
    private long _end;

    public void Observe(BarSeries bars)
    {
        for (int row = 0; row < bars.Count; row++)
        {
            if (!_hasCalendar)
                CheckWeek(bars.Start[row]);
            else if (bars.Day[row] != _day)
                CheckNewDay(bars.Day[row], bars.Start[row]);
            else if (_isWithinDay && Session(_day) is { } session)
                CheckHole(Math.Max(_end, session.Open), Math.Min(bars.Start[row], session.Close));
            _day = bars.Day[row];
            _end = bars.End[row];
        }
    }

    public IEnumerable<DataFinding> Findings() => [.. _sessions.All(), .. _bars.All()];

    private void CheckWeek(long start)
    {
        if (_end > 0 && start - _end > Week && _bars.Add(start))
            _bars.Message = $"no bar since {Text.Time(_end, series.Timeframe)}, {Length(start - _end)} before";
    }

    private void CheckNewDay(int day, long start)
    {
        if (_end > 0)
            CheckSessions(day, start);
        if (!_isWithinDay)
            return;
        if (_end > 0 && Session(_day) is { } before)
            CheckHole(Math.Max(_end, before.Open), before.Close);

        // Data that begins at midnight begins there: the part of the session on the evening before is not missing.
        if (_end == 0 && series.Dates.Session(series.Dates.Day(start)) is { } date && date.Open == start)
            return;
        if (Session(day) is { } session)
            CheckHole(session.Open, Math.Min(start, session.Close));
    }

    private void CheckSessions(int day, long start)
    {
        int missing = 0;
        int first = 0;
        for (int between = Next(_day); between < day; between++)
        {
            if (Session(between) is null)
                continue;
            first = missing == 0 ? between : first;
            missing++;
        }

        if (missing > 0 && _sessions.Add(start, missing))
            _sessions.Message = $"no bar of {Text.Day(first)}, a trading day of {series.Calendar.Name}";
    }

    /// <summary>The first day after the bar of a day.</summary>
    private int Next(int day) => series.Timeframe.Months > 0 ? CalendarBlock.Of(series.Timeframe, day).Last + 1 : day + _length;

    // Time within a break is not part of a gap.
    private void CheckHole(long from, long to)
    {
        foreach ((long pause, long end) in series.Calendar.Breaks(_isWithinDay ? series.Calendar.Day(from) : 0))
        {
            if (from >= end || to <= pause)
                continue;
            CheckStretch(from, Math.Min(to, pause));
            from = Math.Max(from, end);
        }

        CheckStretch(from, to);
    }

    private void CheckStretch(long from, long to)
    {
        if (to - from >= _tolerance && _bars.Add(from, (to - from) / series.Timeframe.Ticks))
            _bars.Message = $"no bar for {Length(to - from)} of the session";
    }

    private TradingSession? Session(int day) => series.Calendar.Session(day);

    private static string Length(long ticks)
    {
        TimeSpan length = TimeSpan.FromTicks(ticks);
        return length >= TimeSpan.FromDays(1)
            ? FormattableString.Invariant($"{length.TotalDays:0.#} days")
            : FormattableString.Invariant($"{length.TotalMinutes:0} minutes");
    }
}

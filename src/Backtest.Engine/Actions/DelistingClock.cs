using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Decides when the silence of each instrument counts as a delisting, and whether an instrument has missed a bar.</summary>
internal sealed class DelistingClock
{
    private const int LeastBars = 3;
    private const int SessionsPerWeek = 5;
    private const int DaysPerWeek = 7;

    // Longer than any market has ever closed: after so many days without a session, the calendar has ended.
    private const int MostDaysBetweenSessions = 200;

    private readonly DelistedAfter _after;
    private readonly BarSeries[] _series;
    private readonly ITradingCalendar[] _calendars;

    /// <param name="after">The silence after which an instrument counts as delisted.</param>
    /// <param name="bars">The bars, with their calendars.</param>
    public DelistingClock(DelistedAfter after, RunSeries bars)
    {
        _after = after;
        _series = [.. bars.Finest];
        _calendars = [.. _series.Select(series => bars.Source(series).Calendar)];
        long least = LeastBars * _series.Min(series => series.Timeframe.Ticks);
        Shortest = after switch
        {
            // The first of these sessions may be the rest of a day.
            DelistedAfter.Sessions sessions => Math.Max(least, (sessions.Count - 1) * TimeSpan.TicksPerDay),
            DelistedAfter.Time time => Math.Max(least, time.Length.Ticks),
            _ => long.MaxValue / 2,
        };
    }

    /// <summary>The shortest time from the end of a bar, in ticks, after which any instrument counts as delisted.</summary>
    public long Shortest { get; }

    /// <summary>The time at which an instrument counts as delisted unless it has another bar, UTC ticks.</summary>
    /// <param name="instrument">The index of the instrument.</param>
    /// <param name="lastEnd">The end of its last bar, UTC ticks.</param>
    public long Due(int instrument, long lastEnd)
    {
        long least = lastEnd + (LeastBars * _series[instrument].Timeframe.Ticks);
        return _after switch
        {
            DelistedAfter.Sessions sessions => Math.Max(least, EndOf(sessions.Count, Exchange(instrument), lastEnd)),
            DelistedAfter.Time time => Math.Max(least, lastEnd + time.Length.Ticks),
            _ => long.MaxValue,
        };
    }

    /// <summary>Whether two instruments whose last bars end together count as delisted at the same time.</summary>
    public bool AreAlike(int one, int other) =>
        ReferenceEquals(_calendars[one], _calendars[other]) && _series[one].Timeframe == _series[other].Timeframe;

    /// <summary>The start of an instrument's first session on or after a day, UTC ticks.</summary>
    public long Start(int instrument, DateOnly day)
    {
        for (int ahead = 0; ahead <= MostDaysBetweenSessions; ahead++)
        {
            if (_calendars[instrument].Session(day.DayNumber + ahead) is { } session)
                return session.Open;
        }

        return day.DayNumber * TimeSpan.TicksPerDay;
    }

    /// <summary>Whether an instrument would have had a bar between its last bar and the end of the run if it had still been traded.</summary>
    public bool Missed(int instrument, long lastEnd, long end)
    {
        long length = _series[instrument].Timeframe.Ticks;
        if (end - lastEnd < length)
            return false;
        if (Exchange(instrument) is not { } calendar)
            return true;
        int last = calendar.Day(end - 1);
        for (int day = calendar.Day(lastEnd - 1); day <= last; day++)
        {
            if (calendar.Session(day) is not { } session)
                continue;
            long traded = Math.Min(session.Close, end) - Math.Max(session.Open, lastEnd);
            if (traded >= Math.Min(length, session.Close - session.Open))
                return true;
        }

        return false;
    }

    /// <summary>The calendar of an instrument's exchange; <see langword="null"/> if every day counts alike.</summary>
    private ITradingCalendar? Exchange(int instrument) =>
        _calendars[instrument] is { } calendar && calendar.Name != EveryDayCalendar.Utc.Name ? calendar : null;

    /// <summary>The time at which this many whole sessions have passed after a bar.</summary>
    private static long EndOf(int sessions, ITradingCalendar? calendar, long lastEnd)
    {
        if (calendar is null)
            return lastEnd + ((((long)sessions * DaysPerWeek) + SessionsPerWeek - 1) / SessionsPerWeek * TimeSpan.TicksPerDay);
        int day = calendar.Day(lastEnd - 1);
        long end = lastEnd;
        for (int left = sessions, closed = 0; left > 0; closed++)
        {
            if (closed > MostDaysBetweenSessions)
                return long.MaxValue; // the calendar has no further session, so no silence is known to be too long
            if (calendar.Session(++day) is not { } session)
                continue;
            (end, closed) = (session.Close, 0);
            left--;
        }

        return end;
    }
}

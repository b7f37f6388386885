using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Where the bars of a timeframe begin and end. Seconds, minutes and hours are counted from the open of each session, and its last bar ends
/// at its close; a break ends a bar as the close does, and the next is counted from its end. Days, weeks, months and quarters go from the open of
/// the first session in them to the close of the last: of several days, blocks counted from the first day of the calendar, a Monday; weeks are
/// those of ISO 8601.
/// </summary>
internal sealed class BucketGrid(ITradingCalendar calendar, Timeframe timeframe)
{
    private readonly long _length = timeframe.Ticks;
    private readonly bool _isOfDays = timeframe.IsOfDays;

    /// <summary>The regular session of a trading day; without one, a session no bar ends in.</summary>
    public TradingSession Session(int day) => calendar.Session(day) ?? new TradingSession(long.MaxValue, long.MaxValue);

    /// <summary>The bucket of a bar.</summary>
    /// <param name="day">The trading day of the bar.</param>
    /// <param name="session">The session of that day.</param>
    /// <param name="end">When the bar ends, in the session.</param>
    public Bucket Of(int day, TradingSession session, long end)
    {
        if (_isOfDays)
            return Block(CalendarBlock.Of(timeframe, day));
        (long open, long close) = session;
        foreach ((long from, long to) in calendar.Breaks(day))
        {
            open = end > from ? from : open;
            open = end > to ? to : open;
            close = end <= from ? Math.Min(close, from) : end <= to ? to : close;
        }

        long start = open + (end - 1 - open) / _length * _length;
        return new Bucket(start, Math.Min(start + _length, close), day);
    }

    /// <summary>A block of days; the bar asked about is in one of its sessions, so it has one.</summary>
    private Bucket Block((int First, int Last) days)
    {
        (int first, int last) = days;
        while (calendar.Session(first) is null)
            first++;
        while (calendar.Session(last) is null)
            last--;
        return new Bucket(Session(first).Open, Session(last).Close, first);
    }
}

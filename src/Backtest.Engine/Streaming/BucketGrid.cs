using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Determines where the bars of a timeframe begin and end. Bars of seconds, minutes and hours are counted from the open of each session, and the last
/// one ends at the close; a break ends a bar like the close does, and the next bars are counted from the end of the break. Bars of days, weeks,
/// months and quarters last from the open of their first session to the close of their last. Bars of several days are blocks counted from the first
/// day of the calendar, a Monday; weeks are ISO 8601 weeks.
/// </summary>
internal sealed class BucketGrid(ITradingCalendar calendar, Timeframe timeframe)
{
    private readonly long _length = timeframe.Ticks;
    private readonly bool _isOfDays = timeframe.IsOfDays;

    /// <summary>The regular session of a trading day; if the day has none, a session in which no bar ends.</summary>
    public TradingSession Session(int day) => calendar.Session(day) ?? new TradingSession(long.MaxValue, long.MaxValue);

    /// <summary>The bucket of a bar.</summary>
    /// <param name="day">The trading day of the bar.</param>
    /// <param name="session">The session of that day.</param>
    /// <param name="end">The end of the bar, within the session.</param>
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

    /// <summary>A block of days. The bar in question is in one of its sessions, so there is at least one.</summary>
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

using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Determines which bars close a trading day: every daily or longer bar, and by the calendar the last of shorter bars.</summary>
internal sealed class SessionCloses(RunSeries series)
{
    private readonly ITradingCalendar?[] _calendars =
    [
        .. series.Finest.Select(finest =>
            series.Source(finest).Calendar is { } calendar && calendar.Name != EveryDayCalendar.Utc.Name ? calendar : null),
    ];

    /// <summary>Whether the ends of an instrument's trading days are known.</summary>
    public bool AreKnown(BarSeries bars) => IsDaily(bars) || _calendars[bars.Index] is not null;

    /// <summary>Whether a bar is the last of its trading day; false if the end of the day is unknown.</summary>
    public bool IsLast(BarSeries bars, int row) =>
        IsDaily(bars) || (_calendars[bars.Index]?.Session(bars.Day[row]) is { } session && bars.End[row] >= session.Close);

    /// <summary>Whether the market of an instrument is open at a time. Without a calendar, it is open between bars shorter than a day.</summary>
    public bool IsOpen(BarSeries bars, long time)
    {
        if (_calendars[bars.Index] is not { } calendar)
            return !IsDaily(bars);
        int day = calendar.Day(time);
        if (calendar.Session(day) is not { } session || !IsIn(session, time))
            return false;
        foreach (TradingSession pause in calendar.Breaks(day))
        {
            if (IsIn(pause, time))
                return false;
        }

        return true;
    }

    private static bool IsIn(TradingSession session, long time) => time >= session.Open && time < session.Close;

    private static bool IsDaily(BarSeries bars) => bars.Timeframe.Unit is not ('s' or 'm' or 'h');
}

namespace Backtest;

/// <summary>
/// When a market trades: the trading day of an instant, and the trading hours of a day. Members return the same for the same arguments, on any
/// thread.
/// </summary>
public interface ITradingCalendar
{
    /// <summary>The calendar's name, as in the run file.</summary>
    string Name { get; }

    /// <summary>The IANA id of the time zone that defines its days.</summary>
    string TimeZone => "UTC";

    /// <summary>The trading day of a bar that starts at an instant, as a <see cref="DateOnly.DayNumber"/>.</summary>
    /// <param name="time">The instant, UTC ticks.</param>
    int Day(long time);

    /// <summary>The regular session of a day.</summary>
    /// <param name="day">The day, as a <see cref="DateOnly.DayNumber"/>.</param>
    /// <returns>The session; <see langword="null"/> if the market is closed all day.</returns>
    TradingSession? Session(int day);

    /// <summary>
    /// The breaks in the regular session of a day, such as for lunch, in order; all lie inside the session. Empty if there are none.
    /// </summary>
    /// <param name="day">The day, as a <see cref="DateOnly.DayNumber"/>.</param>
    IReadOnlyList<TradingSession> Breaks(int day) => [];
}

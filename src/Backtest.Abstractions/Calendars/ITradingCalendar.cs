namespace Backtest;

/// <summary>When a market trades: which day a moment belongs to, and from when to when that day is traded. The same for the same arguments, on any thread.</summary>
public interface ITradingCalendar
{
    /// <summary>Names the calendar, as the run file does.</summary>
    string Name { get; }

    /// <summary>The IANA id of the zone whose clock its days go by.</summary>
    string TimeZone => "UTC";

    /// <summary>The trading day a bar belongs to that starts at an instant, as a <see cref="DateOnly.DayNumber"/>.</summary>
    /// <param name="time">The instant, UTC ticks.</param>
    int Day(long time);

    /// <summary>The regular session of a day.</summary>
    /// <param name="day">The day, as a <see cref="DateOnly.DayNumber"/>.</param>
    /// <returns>From when to when; <see langword="null"/>: the market is closed all day.</returns>
    TradingSession? Session(int day);

    /// <summary>When the regular session of a day pauses, such as for lunch, in order and inside of it; empty: it does not.</summary>
    /// <param name="day">The day, as a <see cref="DateOnly.DayNumber"/>.</param>
    IReadOnlyList<TradingSession> Breaks(int day) => [];
}

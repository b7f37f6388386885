namespace Backtest.Data.Calendars;

/// <summary>An exception on a date. Dates and times of day are those of the market's own clock.</summary>
/// <param name="Opens">The time of day before which nothing is traded, or <see langword="null"/> for the usual hour.</param>
/// <param name="Closes">The time of day from which nothing is traded in the session, or <see langword="null"/> for the usual hour.</param>
internal readonly record struct DayChange(TimeSpan? Opens = null, TimeSpan? Closes = null)
{
    /// <summary>
    /// Whether the date is that of a trading day, which includes the evening before it but not the evening of the date.
    /// </summary>
    public bool IsOfTradingDay { get; init; }

    /// <summary>The hours that replace the usual ones, or <see langword="null"/> for the usual ones with the changes.</summary>
    public TradingHours? Hours { get; init; }

    /// <summary>Nothing is traded all day.</summary>
    public static DayChange Closed { get; } = new(Opens: TimeSpan.FromDays(1));

    /// <summary>Trading ends early.</summary>
    public static DayChange ClosesAt(int hour, int minute = 0) => new(Closes: new TimeSpan(hour, minute, 0));

    /// <summary>Trading begins late.</summary>
    public static DayChange OpensAt(int hour, int minute = 0) => new(Opens: new TimeSpan(hour, minute, 0));

    /// <summary>The trading day has exactly these hours.</summary>
    public static DayChange Is(TradingHours hours) => new() { Hours = hours, IsOfTradingDay = true };

    /// <summary>The hours of a trading day that touches the date.</summary>
    /// <param name="hours">The hours before this change.</param>
    /// <param name="midnight">The date's midnight, in ticks from that of the trading day.</param>
    public TradingHours? Change(TradingHours? hours, long midnight)
    {
        if (IsOfTradingDay && midnight != 0)
            return hours;
        if (Hours is { } others)
            return others;
        if (IsOfTradingDay && this == Closed with { IsOfTradingDay = true })
            return null;
        if (Opens is { } opens)
            hours = hours?.Without(midnight, midnight + opens.Ticks);
        if (Closes is { } closes)
            hours = hours?.Without(midnight + closes.Ticks, midnight + TimeSpan.TicksPerDay);
        return hours;
    }
}

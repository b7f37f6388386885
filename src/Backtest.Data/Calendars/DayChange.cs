namespace Backtest.Data.Calendars;

/// <summary>What is not as usual on a date. Dates and times of day are those of the market's own clock.</summary>
/// <param name="Opens">Nothing is traded before this time of day; <see langword="null"/>: the usual hour.</param>
/// <param name="Closes">Nothing is traded in the session from this time of day on; <see langword="null"/>: the usual hour.</param>
internal readonly record struct DayChange(TimeSpan? Opens = null, TimeSpan? Closes = null)
{
    /// <summary>
    /// Whether the date is that of a trading day, whose evening before it is part of it, and the evening of the date is not.
    /// </summary>
    public bool IsOfTradingDay { get; init; }

    /// <summary>The hours in place of the usual ones; <see langword="null"/>: the usual ones, as changed.</summary>
    public TradingHours? Hours { get; init; }

    /// <summary>Nothing is traded all day.</summary>
    public static DayChange Closed { get; } = new(Opens: TimeSpan.FromDays(1));

    /// <summary>Trading ends early.</summary>
    public static DayChange ClosesAt(int hour, int minute = 0) => new(Closes: new TimeSpan(hour, minute, 0));

    /// <summary>Trading begins late.</summary>
    public static DayChange OpensAt(int hour, int minute = 0) => new(Opens: new TimeSpan(hour, minute, 0));

    /// <summary>The trading day has these hours and no others.</summary>
    public static DayChange Is(TradingHours hours) => new() { Hours = hours, IsOfTradingDay = true };

    /// <summary>The hours of a trading day that touches the date.</summary>
    /// <param name="hours">The hours so far.</param>
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

namespace Backtest.Data.Calendars;

/// <summary>When a day is traded, in ticks from its midnight on the market's own clock; below zero: on the evening before.</summary>
/// <param name="ExtendedOpen">When trading before the regular session begins.</param>
/// <param name="Open">When the regular session begins.</param>
/// <param name="Close">When it ends, excluded.</param>
/// <param name="ExtendedClose">When trading after it ends, excluded.</param>
internal readonly record struct TradingHours(long ExtendedOpen, long Open, long Close, long ExtendedClose)
{
    /// <summary>Hours without trading before and after the regular session.</summary>
    public TradingHours(TimeSpan open, TimeSpan close)
        : this(open.Ticks, open.Ticks, close.Ticks, close.Ticks)
    {
    }

    /// <summary>What is left without a stretch of time at either end; trading before and after the session moves with it.</summary>
    /// <returns>The hours; <see langword="null"/>: nothing is left.</returns>
    public TradingHours? Without(long from, long to)
    {
        TradingHours left = this;
        if (from <= Open && to > Open)
            left = left with { ExtendedOpen = to - (Open - ExtendedOpen), Open = to };
        else if (from < Close && to >= Close)
            left = left with { Close = from, ExtendedClose = from + (ExtendedClose - Close) };
        return left.Open < left.Close ? left : null;
    }
}

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

    /// <summary>When the session pauses.</summary>
    public long BreakStart { get; init; }

    /// <summary>When it goes on, excluded; <see cref="BreakStart"/>: it does not pause.</summary>
    public long BreakEnd { get; init; }

    /// <summary>Whether it pauses.</summary>
    public bool HasBreak => BreakEnd > BreakStart;

    /// <summary>The same hours with a break.</summary>
    public TradingHours Pausing(TimeSpan from, TimeSpan to) => this with { BreakStart = from.Ticks, BreakEnd = to.Ticks };

    /// <summary>What is left without a stretch of time at either end; trading before and after the session moves with it.</summary>
    /// <returns>The hours; <see langword="null"/>: nothing is left.</returns>
    public TradingHours? Without(long from, long to)
    {
        TradingHours left = this;
        if (from <= Open && to > Open)
            left = left with { ExtendedOpen = to - (Open - ExtendedOpen), Open = to };
        else if (from < Close && to >= Close)
            left = left with { Close = from, ExtendedClose = from + (ExtendedClose - Close) };
        // A session that opens or ends within its break does so at the break's other end.
        if (left.HasBreak && (left.Close <= left.BreakEnd || left.Open >= left.BreakStart))
        {
            left = left with
            {
                Open = left.Open >= left.BreakStart ? Math.Max(left.Open, left.BreakEnd) : left.Open,
                Close = left.Close <= left.BreakEnd ? Math.Min(left.Close, left.BreakStart) : left.Close,
                BreakStart = 0,
                BreakEnd = 0,
            };
        }

        return left.Open < left.Close ? left : null;
    }
}

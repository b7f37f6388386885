namespace Backtest.Data.Calendars;

/// <summary>When a day is traded, in ticks from its midnight on the market's own clock; negative for the evening before.</summary>
/// <param name="ExtendedOpen">When trading before the regular session begins.</param>
/// <param name="Open">When the regular session begins.</param>
/// <param name="Close">When the regular session ends, exclusive.</param>
/// <param name="ExtendedClose">When trading after the regular session ends, exclusive.</param>
internal readonly record struct TradingHours(long ExtendedOpen, long Open, long Close, long ExtendedClose)
{
    /// <summary>Hours without trading before and after the regular session.</summary>
    public TradingHours(TimeSpan open, TimeSpan close)
        : this(open.Ticks, open.Ticks, close.Ticks, close.Ticks)
    {
    }

    /// <summary>When the session pauses.</summary>
    public long BreakStart { get; init; }

    /// <summary>When the session resumes, exclusive; equal to <see cref="BreakStart"/> if there is no break.</summary>
    public long BreakEnd { get; init; }

    /// <summary>Whether the session has a break.</summary>
    public bool HasBreak => BreakEnd > BreakStart;

    /// <summary>The same hours with a break.</summary>
    public TradingHours Pausing(TimeSpan from, TimeSpan to) => this with { BreakStart = from.Ticks, BreakEnd = to.Ticks };

    /// <summary>The hours that remain without a stretch of time at either end; trading before and after the session moves with it.</summary>
    /// <returns>The hours, or <see langword="null"/> if nothing remains.</returns>
    public TradingHours? Without(long from, long to)
    {
        TradingHours left = this;
        if (from <= Open && to > Open)
            left = left with { ExtendedOpen = to - (Open - ExtendedOpen), Open = to };
        else if (from < Close && to >= Close)
            left = left with { Close = from, ExtendedClose = from + (ExtendedClose - Close) };
        // A session that would open or close within its break does so at the break's other end.
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

namespace Backtest.Data.Combining;

/// <summary>Chooses the lower timeframe that shows well enough in which order a bar reaches its levels.</summary>
internal static class FinerTimeframes
{
    // From each length on, the timeframe that is fine enough: six to about thirty of its bars make up one bar.
    private static readonly (Timeframe From, Timeframe Finer)[] Pairs =
    [
        (new(1, 'w'), Timeframe.Day),
        (new(2, 'd'), new(4, 'h')),
        (Timeframe.Day, Timeframe.Hour),
        (new(4, 'h'), new(30, 'm')),
        (Timeframe.Hour, new(10, 'm')),
        (new(30, 'm'), new(5, 'm')),
        (new(15, 'm'), new(2, 'm')),
        (new(10, 'm'), Timeframe.Minute),
        (new(5, 'm'), new(30, 's')),
        (Timeframe.Minute, new(10, 's')),
        (new(1, 's'), new(1, 's')),
    ];

    /// <summary>The timeframe that suits bars of a length.</summary>
    public static Timeframe Suiting(Timeframe bars) => Array.Find(Pairs, pair => bars.Ticks >= pair.From.Ticks).Finer;

    /// <summary>
    /// The longest offered timeframe that is not longer than the suiting one or, if all are longer, the shortest. Only timeframes that make up the
    /// bars count; <see langword="null"/> if none does.
    /// </summary>
    public static Timeframe? Choose(Timeframe bars, IEnumerable<Timeframe> offered)
    {
        long suiting = Suiting(bars).Ticks;
        Timeframe[] finer = [.. offered.Where(bars.IsMadeUpOf).OrderByDescending(timeframe => timeframe.Ticks)];
        return finer.Length == 0 ? null : finer.FirstOrDefault(timeframe => timeframe.Ticks <= suiting, finer[^1]);
    }
}

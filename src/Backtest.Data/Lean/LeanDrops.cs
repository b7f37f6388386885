using System.Globalization;

namespace Backtest.Data.Lean;

/// <summary>Counts skipped bars by symbol. Threads may share it; a file that is read again is counted once.</summary>
/// <param name="isSessionChosen">Whether the run specifies its hours, so that it expects bars outside them to be skipped.</param>
internal sealed class LeanDrops(bool isSessionChosen)
{
    private const int MostSymbols = 5;

    private readonly Dictionary<(string Path, string Symbol), Drops> _files = [];
    private readonly Lock _lock = new();

    /// <summary>Warnings about the skipped bars.</summary>
    public IEnumerable<DataWarning> Warnings()
    {
        KeyValuePair<string, Drops>[] symbols;
        lock (_lock)
        {
            symbols = [.. _files.GroupBy(file => file.Key.Symbol, file => file.Value, StringComparer.Ordinal)
                .Select(symbol => KeyValuePair.Create(symbol.Key, symbol.Aggregate(Drops.Both)))
                .OrderBy(symbol => symbol.Key, StringComparer.Ordinal)];
        }

        if (Warning(symbols, drops => drops.Closed) is { } closed)
        {
            yield return new DataWarning(
                "closed_days", $"bars on days when the market is closed, according to the calendar, were skipped: {closed}",
                "Check that the calendar is the symbol's. LEAN also skips such bars.");
        }

        if (!isSessionChosen && Warning(symbols, drops => drops.Outside) is { } outside)
        {
            yield return new DataWarning(
                "outside_session", $"bars outside the regular session were skipped: {outside}",
                "Write session: regular to confirm this, or session: extended or all to include them.");
        }
    }

    /// <summary>Adds the bars skipped in a file.</summary>
    public void Add(string path, string symbol, Drops drops)
    {
        if (drops == default)
            return;
        lock (_lock)
            _files[(path, symbol)] = drops;
    }

    private static string? Warning(IEnumerable<KeyValuePair<string, Drops>> symbols, Func<Drops, DroppedBars> kind)
    {
        KeyValuePair<string, DroppedBars>[] found = [.. symbols.Select(symbol => KeyValuePair.Create(symbol.Key, kind(symbol.Value)))
            .Where(symbol => symbol.Value.Count > 0)];
        if (found.Length == 0)
            return null;
        string first = string.Join(", ", found.Take(MostSymbols).Select(symbol => string.Create(
            CultureInfo.InvariantCulture,
            $"{symbol.Value.Count:N0} of {symbol.Key} (the first on {DateOnly.FromDayNumber(symbol.Value.FirstDay):yyyy-MM-dd})")));
        return found.Length <= MostSymbols
            ? first
            : string.Create(CultureInfo.InvariantCulture, $"{first} and those of {found.Length - MostSymbols:N0} more symbols");
    }

    /// <summary>Skipped bars of one kind.</summary>
    /// <param name="Count">The number of bars.</param>
    /// <param name="FirstDay">The trading day of the first bar, as a <see cref="DateOnly.DayNumber"/>.</param>
    internal readonly record struct DroppedBars(long Count, int FirstDay)
    {
        /// <summary>Adds one bar.</summary>
        public DroppedBars With(int day) => new(Count + 1, Count == 0 ? day : Math.Min(FirstDay, day));

        /// <summary>Adds other bars.</summary>
        public DroppedBars And(DroppedBars other) => Count == 0 ? other : other.Count == 0
            ? this
            : new(Count + other.Count, Math.Min(FirstDay, other.FirstDay));
    }

    /// <summary>The skipped bars of a file.</summary>
    /// <param name="Closed">Bars on days without trading.</param>
    /// <param name="Outside">Bars outside the requested hours.</param>
    internal readonly record struct Drops(DroppedBars Closed, DroppedBars Outside)
    {
        /// <summary>The skipped bars of two files.</summary>
        public static Drops Both(Drops one, Drops other) => new(one.Closed.And(other.Closed), one.Outside.And(other.Outside));
    }
}

using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Memory;

/// <summary>The bars of one symbol, in parts that are consecutive in time.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Parts">The parts; none is empty.</param>
internal sealed record SymbolBars(string Symbol, IReadOnlyList<BarSeries> Parts)
{
    /// <summary>The number of bars.</summary>
    public long Count => Parts.Sum(part => (long)part.Count);

    /// <summary>The trading day of the last bar.</summary>
    public DateOnly LastDay => DateOnly.FromDayNumber(Parts[^1].Day[Parts[^1].Count - 1]);

    /// <summary>Whether all parts have volumes.</summary>
    public bool HasVolume => Parts.All(part => part.HasVolume);

    /// <summary>Whether any part has bids and asks.</summary>
    public bool HasQuotes => Parts.Any(part => part.Bid is not null);
}

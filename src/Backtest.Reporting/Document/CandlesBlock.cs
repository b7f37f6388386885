using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>The bars of symbols with the trades on them.</summary>
/// <param name="Symbols">The symbols, most traded first.</param>
internal sealed record CandlesBlock(IReadOnlyList<CandleSymbol> Symbols) : Block;

/// <summary>The bars of a symbol.</summary>
/// <param name="Symbol">Its name.</param>
/// <param name="Times">The starts of buckets.</param>
/// <param name="Counts">The number of bars in each bucket, or null if each has one.</param>
/// <param name="Open">The first opens.</param>
/// <param name="High">The highest highs.</param>
/// <param name="Low">The lowest lows.</param>
/// <param name="Close">The last closes.</param>
/// <param name="Lines">Indicators, at each bucket's last bar.</param>
internal sealed record CandleSymbol(
    string Symbol, TimeColumn Times, NumberColumn? Counts, NumberColumn Open, NumberColumn High, NumberColumn Low, NumberColumn Close,
    IReadOnlyList<CandleLine> Lines)
{
    /// <summary>The sums of volumes, or null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberColumn? Volume { get; init; }

    /// <summary>Its fills.</summary>
    public required CandleFills Fills { get; init; }

    /// <summary>Its protective orders, as they moved.</summary>
    public required CandleLevels Levels { get; init; }

    /// <summary>The number of its bars.</summary>
    public long Bars { get; init; }
}

/// <summary>An indicator of a strategy.</summary>
/// <param name="Strategy">The strategy, prefixed with its portfolio.</param>
/// <param name="Name">The name of the indicator.</param>
/// <param name="Values">Its value at the last bar of each bucket, with a gap where it was not ready.</param>
/// <param name="IsOnPrices">Whether its values are in the range of prices, so that it is drawn among them.</param>
internal sealed record CandleLine(string Strategy, string Name, NumberColumn Values, bool IsOnPrices);

/// <summary>The fills of a symbol.</summary>
/// <param name="Times">Their times.</param>
/// <param name="Prices">Their prices.</param>
/// <param name="Quantities">Their quantities; negative for sales.</param>
/// <param name="Names">Portfolio, strategy and id.</param>
internal sealed record CandleFills(TimeColumn Times, NumberColumn Prices, NumberColumn Quantities, TextColumn Names);

/// <summary>The levels of a symbol's resting orders, one per period of time.</summary>
/// <param name="From">The starts of the periods.</param>
/// <param name="To">The ends of the periods.</param>
/// <param name="Prices">The levels.</param>
/// <param name="Kinds">Stop or limit.</param>
internal sealed record CandleLevels(TimeColumn From, TimeColumn To, NumberColumn Prices, TextColumn Kinds);

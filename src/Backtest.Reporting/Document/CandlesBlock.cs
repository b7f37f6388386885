using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>The bars of symbols with what was traded on them.</summary>
/// <param name="Symbols">The symbols, the most traded first.</param>
internal sealed record CandlesBlock(IReadOnlyList<CandleSymbol> Symbols) : Block;

/// <summary>The bars of a symbol.</summary>
/// <param name="Symbol">Its name.</param>
/// <param name="Times">When buckets begin.</param>
/// <param name="Counts">How many bars each bucket is of; not a column where each is of one.</param>
/// <param name="Open">The first opens.</param>
/// <param name="High">The highest highs, above the higher of open and close.</param>
/// <param name="Low">The lowest lows, below the lower of open and close.</param>
/// <param name="Close">The last closes.</param>
/// <param name="Lines">Indicators, at each bucket's last bar.</param>
internal sealed record CandleSymbol(
    string Symbol, TimeColumn Times, NumberColumn? Counts, NumberColumn Open, NumberColumn High, NumberColumn Low, NumberColumn Close,
    IReadOnlyList<CandleLine> Lines)
{
    /// <summary>The sum of volumes, or null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberColumn? Volume { get; init; }

    /// <summary>Its fills.</summary>
    public required CandleFills Fills { get; init; }

    /// <summary>Its protective orders, as they moved.</summary>
    public required CandleLevels Levels { get; init; }

    /// <summary>How many bars it had.</summary>
    public long Bars { get; init; }
}

/// <summary>An indicator of a strategy.</summary>
/// <param name="Strategy">The strategy, after its portfolio.</param>
/// <param name="Name">The indicator.</param>
/// <param name="Values">Its value at the last bar of each bucket; a gap where it was not ready.</param>
/// <param name="IsOnPrices">Whether it is of the size of prices, and drawn among them.</param>
internal sealed record CandleLine(string Strategy, string Name, NumberColumn Values, bool IsOnPrices);

/// <summary>Fills of a symbol.</summary>
/// <param name="Times">When.</param>
/// <param name="Prices">At which price.</param>
/// <param name="Quantities">How many; below zero where sold.</param>
/// <param name="Names">Portfolio, strategy and id.</param>
internal sealed record CandleFills(TimeColumn Times, NumberColumn Prices, NumberColumn Quantities, TextColumn Names);

/// <summary>Levels at which resting orders of a symbol stood, one for each stretch.</summary>
/// <param name="From">When a stretch begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="Prices">The level.</param>
/// <param name="Kinds">Stop or limit.</param>
internal sealed record CandleLevels(TimeColumn From, TimeColumn To, NumberColumn Prices, TextColumn Kinds);

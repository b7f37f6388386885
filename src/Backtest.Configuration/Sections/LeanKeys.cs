using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections;

/// <summary>The keys of <c>data</c> that choose bars of a LEAN folder.</summary>
internal static class LeanKeys
{
    private static readonly Key<DataPart, LeanAsset?> Asset = new(
        "asset",
        new ChoiceKind<LeanAsset?>(("equity", LeanAsset.Equity), ("forex", LeanAsset.Forex), ("crypto", LeanAsset.Crypto)),
        data => data.Options.Lean?.Asset,
        "What is traded, in a LEAN folder; equity, unless given.");

    private static readonly Key<DataPart, string?> Market = new(
        "market",
        Kinds.Name!,
        data => data.Options.Lean?.Market,
        "The market's folder, in a LEAN folder; usa, oanda or coinbase, unless given.");

    private static readonly Key<DataPart, bool?> Kind = new(
        "kind",
        new ChoiceKind<bool?>(("trade", false), ("quote", true)),
        data => data.Options.Lean?.AreQuotes,
        "What bars of a LEAN folder are made of; trades, of currencies quotes, unless given.");

    /// <summary>The keys.</summary>
    public static IReadOnlyList<IKey<DataPart>> All { get; } = [Asset, Market, Kind];

    /// <summary>The bars they choose.</summary>
    public static LeanBars Read(MapReader map) => new()
    {
        Asset = map.Get(Asset) ?? LeanAsset.Equity,
        Market = map.Get(Market),
        AreQuotes = map.Get(Kind),
    };
}

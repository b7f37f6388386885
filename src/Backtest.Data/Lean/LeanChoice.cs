using Backtest.Data.Options;

namespace Backtest.Data.Lean;

/// <summary>Which bars of a LEAN folder to read, in LEAN's own terms.</summary>
/// <param name="Asset">The folder of the asset class.</param>
/// <param name="Market">The folder of the market.</param>
/// <param name="Kind"><c>trade</c> or <c>quote</c>.</param>
/// <param name="PriceScale">The factor that prices in the files are divided by.</param>
/// <param name="HasQuotesBeside">Whether bars of trades also get bid and ask from the files of quotes.</param>
internal sealed record LeanChoice(string Asset, string Market, string Kind, double PriceScale, bool HasQuotesBeside)
{
    /// <summary>The name of bars of quotes.</summary>
    public const string Quote = "quote";

    /// <summary>Whether bars are built from quotes.</summary>
    public bool AreQuotes => Kind == Quote;

    /// <summary>The choice that options make.</summary>
    /// <exception cref="InputException">LEAN has no such bars.</exception>
    public static LeanChoice Of(BarSourceOptions.Lean options)
    {
        bool areQuotes = options.Kind is { } chosen ? chosen == LeanKind.Quotes : options.Asset == LeanAsset.Forex;
        bool hasQuotesBeside = options.Kind == LeanKind.Both;
        if (hasQuotesBeside && options.Timeframe.Unit is not ('s' or 'm'))
            throw new InputException(options.Error(
                "unknown_value", "kind", $"a LEAN folder has no quotes for bars of {options.Timeframe}.",
                "Write kind: trade, or timeframe: 1m or 1s."));
        if (options.Asset == LeanAsset.Forex && !areQuotes)
            throw new InputException(options.Error(
                "unknown_value", "kind", "currencies have only quotes, no trades.", "Write kind: quote, or remove 'kind'."));
        string kind = areQuotes ? Quote : "trade";
        return options.Asset switch
        {
            LeanAsset.Equity => new LeanChoice("equity", options.Market ?? "usa", kind, PriceScale: 10_000, hasQuotesBeside),
            LeanAsset.Forex => new LeanChoice("forex", options.Market ?? "oanda", kind, PriceScale: 1, hasQuotesBeside),
            LeanAsset.Crypto => new LeanChoice("crypto", options.Market ?? "coinbase", kind, PriceScale: 1, hasQuotesBeside),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Asset, "There is no such asset."),
        };
    }
}

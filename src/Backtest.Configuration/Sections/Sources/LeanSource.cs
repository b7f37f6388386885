using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>source: lean</c>: a data folder of QuantConnect LEAN.</summary>
internal static class LeanSource
{
    private static readonly Key<DataPart, string> Path = SourceKeys.Path(
        data => Options(data).Path, "The data folder, relative to the run file if there is one.", "a lean source needs a data folder", "../Lean/Data");

    private static readonly Key<DataPart, Timeframe> Timeframe = SourceKeys.Timeframe(data => Options(data).Timeframe);

    private static readonly Key<DataPart, bool> BadRows = SourceKeys.BadRows(data => Options(data).SkipsBadRows);

    private static readonly Key<DataPart, string?> Calendar = SourceKeys.Calendar(data => Options(data).Calendar, "the market's own");

    private static readonly Key<DataPart, SessionHours?> Session = SourceKeys.Session(data => Options(data).Session, "regular");

    private static readonly Key<DataPart, LeanAsset> Asset = new(
        "asset",
        new ChoiceKind<LeanAsset>(("equity", LeanAsset.Equity), ("forex", LeanAsset.Forex), ("crypto", LeanAsset.Crypto)),
        data => Options(data).Asset,
        "The kind of asset.");

    private static readonly Key<DataPart, string?> Market = new(
        "market", Kinds.Name!, data => Options(data).Market, "The market's folder. Default: usa, oanda or coinbase.");

    private static readonly Key<DataPart, LeanKind?> Kind = new(
        "kind",
        new ChoiceKind<LeanKind?>(("trade", LeanKind.Trades), ("quote", LeanKind.Quotes), ("both", LeanKind.Both)),
        data => Options(data).Kind,
        "What bars are made of. both: trades, with bid and ask beside them. Default: trades, or quotes for currencies.");

    private static readonly Key<DataPart, LeanDividends> Dividends = new(
        "dividends",
        new ChoiceKind<LeanDividends>(("cents", LeanDividends.Cents), ("factors", LeanDividends.Factors)),
        data => Options(data).Dividends,
        "The amount of a dividend: rounded to the cent for each share, as LEAN pays it, or exactly as the factors give it. Prices are adjusted by the factors.");

    private static readonly Key<DataPart, LeanSplits> Splits = new(
        "splits",
        new ChoiceKind<LeanSplits>(("ratios", LeanSplits.Ratios), ("factors", LeanSplits.Factors)),
        data => Options(data).Splits,
        "The ratio of a split: that of the whole shares its factors stand for, or the factors themselves, as in LEAN.");

    /// <summary>The source.</summary>
    public static UnionCase<DataPart> Case { get; } = new(
        BarSourceOptions.Lean.Word,
        data => data.Options is BarSourceOptions.Lean,
        [
            Path, SourceKeys.Symbols, Timeframe, SourceKeys.Start, SourceKeys.End, SourceKeys.TradeFrom, SourceKeys.Actions,
            SourceKeys.Adjustment, BadRows, Calendar, Session, Asset, Market, Kind, Dividends, Splits,
        ],
        map => SourceKeys.Read(
            map,
            new BarSourceOptions.Lean
            {
                Path = map.Get(Path),
                Timeframe = map.Get(Timeframe),
                SkipsBadRows = map.Get(BadRows),
                Calendar = map.Get(Calendar),
                Session = map.Get(Session),
                Asset = map.Get(Asset),
                Market = map.Get(Market),
                Kind = map.Get(Kind),
                Dividends = map.Get(Dividends),
                Splits = map.Get(Splits),
            },
            knowsActions: true))
    {
        Refusals = new Dictionary<string, string> { ["timezone"] = "a LEAN folder defines the time zones of its bars itself" },
    };

    private static BarSourceOptions.Lean Options(DataPart data) => (BarSourceOptions.Lean)data.Options;
}

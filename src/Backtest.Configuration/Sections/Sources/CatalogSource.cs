using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>source: catalog</c>: bars imported before.</summary>
internal static class CatalogSource
{
    private static readonly Key<DataPart, string> Path = SourceKeys.Path(
        data => Options(data).Path, "The catalog's folder, relative to the run file if there is one.", "a catalog needs its folder", "catalog");

    private static readonly Key<DataPart, Timeframe?> Timeframe = new(
        "timeframe", Kinds.Maybe(Kinds.Timeframe), data => Options(data).Timeframe, "The length of the bars. Default: every length in the catalog.")
    {
        HelpName = "LENGTH",
    };

    /// <summary>The source.</summary>
    public static UnionCase<DataPart> Case { get; } = new(
        BarSourceOptions.Catalog.Word,
        data => data.Options is BarSourceOptions.Catalog,
        [
            Path, SourceKeys.Symbols, Timeframe, SourceKeys.Start, SourceKeys.End, SourceKeys.TradeFrom, SourceKeys.Actions,
            SourceKeys.Adjustment,
        ],
        map => SourceKeys.Read(
            map, new BarSourceOptions.Catalog { Path = map.Get(Path), Timeframe = map.Get(Timeframe) }, knowsActions: true))
    {
        Refusals = new Dictionary<string, string>
        {
            ["timezone"] = "a catalog stores the time zone its bars were imported with",
            ["calendar"] = "a catalog stores the calendars its bars were imported with",
        },
    };

    private static BarSourceOptions.Catalog Options(DataPart data) => (BarSourceOptions.Catalog)data.Options;
}

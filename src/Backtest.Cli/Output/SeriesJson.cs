using System.Text.Json.Nodes;
using Backtest.Data;
using Backtest.Data.Catalog;

namespace Backtest.Cli.Output;

/// <summary>Series of bars as documents of <c>--json</c>.</summary>
internal static class SeriesJson
{
    /// <summary>The content of a catalog.</summary>
    public static JsonObject Of(BarCatalog catalog) => new()
    {
        ["catalog"] = catalog.Folder,
        ["series"] = new JsonArray([.. catalog.Series.Select(Series)]),
    };

    /// <summary>The content of a source.</summary>
    public static JsonObject Of(IEnumerable<SeriesSummary> series, IEnumerable<DataFile> files) => new()
    {
        ["series"] = new JsonArray([.. series.Select(one => new JsonObject
        {
            ["symbol"] = one.Symbol,
            ["timeframe"] = one.Timeframe.ToString(),
            ["bars"] = one.Bars,
            ["first"] = one.First,
            ["last"] = one.Last,
            ["volume"] = one.Volume,
            ["calendar"] = one.Calendar,
        })]),
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject
        {
            ["path"] = file.Path,
            ["sha256"] = file.Sha256,
            ["rows"] = file.Rows,
            ["skippedRows"] = file.SkippedRows,
        })]),
    };

    /// <summary>The result of an import.</summary>
    public static JsonObject Of(string folder, ImportResult result) => new()
    {
        ["catalog"] = folder,
        ["series"] = new JsonArray([.. result.Series.Select(one =>
        {
            JsonObject series = Series(one.Series);
            series["outcome"] = Word(one.Outcome);
            return series;
        })]),
        ["skippedRows"] = result.SkippedRows,
    };

    /// <summary>The outcome as a word.</summary>
    public static string Word(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "added",
        ImportOutcome.Renewed => "renewed",
        _ => "unchanged",
    };

    private static JsonObject Series(CatalogSeries series) => new()
    {
        ["symbol"] = series.Symbol,
        ["timeframe"] = series.Timeframe.ToString(),
        ["bars"] = series.Bars,
        ["first"] = series.First,
        ["last"] = series.Last,
        ["volume"] = series.HasVolume ? series.Volume : null,
        ["calendar"] = series.Calendar,
        ["timezone"] = series.TimeZone,
        ["actions"] = series.Actions.Count,
        ["bytes"] = series.Bytes,
        ["files"] = new JsonArray([.. series.Files.Select(file => new JsonObject
        {
            ["path"] = Path.Combine(series.Folder, file.Name),
            ["sha256"] = file.Sha256,
            ["bytes"] = file.Bytes,
            ["rows"] = file.Rows,
        })]),
    };
}

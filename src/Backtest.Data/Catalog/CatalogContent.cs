using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Data.Catalog;

/// <summary>
/// The catalog's own file: its format, and which series it should have. What is listed and not there was lost, which nobody would notice who
/// reads all there is.
/// </summary>
internal static class CatalogContent
{
    private const string Symbol = "symbol";
    private const string Length = "timeframe";

    /// <summary>The folders of series there are.</summary>
    public static IEnumerable<string> SeriesFolders(string root) => !Directory.Exists(root)
        ? []
        : Directory.EnumerateDirectories(root, CatalogLayout.SymbolFolders)
            .SelectMany(symbol => Directory.EnumerateDirectories(symbol, CatalogLayout.TimeframeFolders));

    /// <summary>The series a catalog should have; <see langword="null"/>: an older version wrote it, and it does not say.</summary>
    /// <exception cref="FormatException">The list is none.</exception>
    public static IReadOnlyList<(string Symbol, Timeframe Timeframe)>? Listed(JsonNode? catalog)
    {
        if (catalog?[CatalogLayout.SeriesKey] is not JsonArray series)
            return null;
        return [.. series.Select(each => Timeframe.TryParse(each?[Length]?.GetValue<string>(), out Timeframe timeframe)
            ? (each![Symbol]!.GetValue<string>(), timeframe)
            : throw new FormatException($"'{each}' is no series"))];
    }

    /// <summary>Writes the file: what was listed, and what is there now.</summary>
    /// <param name="root">The catalog.</param>
    /// <param name="staging">Where it is written before it takes its place.</param>
    public static void Write(string root, string staging)
    {
        string path = Path.Combine(root, CatalogLayout.CatalogFile);
        IEnumerable<(string Symbol, Timeframe Timeframe)> listed =
            File.Exists(path) ? Listed(JsonNode.Parse(File.ReadAllBytes(path))) ?? [] : [];
        IEnumerable<(string Symbol, Timeframe Timeframe)> there = SeriesFolders(root)
            .Where(folder => File.Exists(Path.Combine(folder, CatalogLayout.IndexFile)))
            .Select(SeriesIndex.Read).Select(series => (series.Symbol, series.Timeframe));
        var file = new JsonObject
        {
            [CatalogLayout.FormatKey] = CatalogLayout.Format,
            [CatalogLayout.SeriesKey] = new JsonArray([.. listed.Union(there)
                .OrderBy(series => series.Symbol, StringComparer.Ordinal).ThenBy(series => series.Timeframe.Ticks)
                .Select(series => new JsonObject { [Symbol] = series.Symbol, [Length] = series.Timeframe.ToString() })]),
        };
        string written = Path.Combine(Directory.CreateDirectory(staging).FullName, CatalogLayout.CatalogFile);
        File.WriteAllText(written, file.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        File.Move(written, path, overwrite: true);
    }
}

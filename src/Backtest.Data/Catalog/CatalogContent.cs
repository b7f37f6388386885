using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Data.Catalog;

/// <summary>
/// The catalog's own file: its format, and which series it should have. Without the list, a lost series would go unnoticed by readers that read
/// everything present.
/// </summary>
internal static class CatalogContent
{
    private const string Symbol = "symbol";
    private const string Length = "timeframe";

    /// <summary>The folders of the series that exist.</summary>
    public static IEnumerable<string> SeriesFolders(string root) => !Directory.Exists(root)
        ? []
        : Directory.EnumerateDirectories(root, CatalogLayout.SymbolFolders)
            .SelectMany(symbol => Directory.EnumerateDirectories(symbol, CatalogLayout.TimeframeFolders));

    /// <summary>The series a catalog should have, or <see langword="null"/> if an older version wrote it without a list.</summary>
    /// <exception cref="FormatException">The list is invalid.</exception>
    public static IReadOnlyList<(string Symbol, Timeframe Timeframe)>? Listed(JsonNode? catalog)
    {
        if (catalog?[CatalogLayout.SeriesKey] is not JsonArray series)
            return null;
        return [.. series.Select(each => Timeframe.TryParse(each?[Length]?.GetValue<string>(), out Timeframe timeframe)
            ? (each![Symbol]!.GetValue<string>(), timeframe)
            : throw new FormatException($"'{each}' is not a series"))];
    }

    /// <summary>Writes the file with the series listed before and those present now.</summary>
    /// <param name="root">The catalog.</param>
    /// <param name="staging">The folder it is written to before it is moved into place.</param>
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

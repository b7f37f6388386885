using System.Text.Json;

namespace Backtest.Data.Catalog;

/// <summary>A folder of bars as Parquet, a folder for each symbol and timeframe, and beside them what is known of them.</summary>
public sealed class BarCatalog
{
    private BarCatalog(string folder, IReadOnlyList<CatalogSeries> series)
    {
        Folder = folder;
        Series = series;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What it has: by symbol, in ordinal order, then from the shortest timeframe to the longest.</summary>
    public IReadOnlyList<CatalogSeries> Series { get; }

    /// <summary>Whether a folder is a catalog.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, CatalogLayout.CatalogFile));

    /// <summary>Reads what a catalog has, not the bars themselves.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="symbols">The symbols of interest; empty: all.</param>
    /// <exception cref="InputException">The folder is no catalog, or was written by a newer version, or is damaged.</exception>
    public static BarCatalog Open(string folder, params IReadOnlyCollection<string> symbols)
    {
        try
        {
            CheckFormat(Path.Combine(folder, CatalogLayout.CatalogFile));
            IEnumerable<string> symbolFolders = symbols.Count == 0
                ? Directory.EnumerateDirectories(folder, CatalogLayout.SymbolFolders)
                : symbols.Select(symbol => CatalogLayout.SymbolFolder(folder, symbol)).Where(Directory.Exists);
            return new BarCatalog(folder, [.. symbolFolders
                .SelectMany(symbolFolder => Directory.EnumerateDirectories(symbolFolder, CatalogLayout.TimeframeFolders))
                .Select(SeriesIndex.Read)
                .OrderBy(series => series.Symbol, StringComparer.Ordinal).ThenBy(series => series.Timeframe.Ticks)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_catalog", $"the catalog cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(folder),
                Fix = "See that it is there and that you may read it.",
            });
        }
    }

    private static void CheckFormat(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(new InputError("no_catalog", $"this is no catalog: it has no {CatalogLayout.CatalogFile}.")
            {
                Position = new SourcePosition(Path.GetDirectoryName(path)),
                Fix = "Name the folder that bars were imported to; backtest data import makes one.",
            });
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file);
            CatalogErrors.ThrowIfNewer(path, document.RootElement.GetProperty(CatalogLayout.FormatKey).GetInt32());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw CatalogErrors.Damaged(
                path, $"it names no format: {exception.Message}", "See that the folder is a catalog; if it is, delete it and import again.");
        }
    }
}

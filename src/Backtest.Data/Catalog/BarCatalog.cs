using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Data.Catalog;

/// <summary>A folder of bars in Parquet files, with a folder for each symbol and timeframe and an index beside the files.</summary>
public sealed class BarCatalog
{
    private const int MostNamed = 5;

    private BarCatalog(string folder, IReadOnlyList<CatalogSeries> series)
    {
        Folder = folder;
        Series = series;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The series it contains, by symbol in ordinal order, then from the shortest timeframe to the longest.</summary>
    public IReadOnlyList<CatalogSeries> Series { get; }

    /// <summary>Whether a folder is a catalog.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, CatalogLayout.CatalogFile));

    /// <summary>Reads the indexes of a catalog, not the bars themselves.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="symbols">The symbols of interest; empty for all.</param>
    /// <exception cref="InputException">The folder is not a catalog, was written by a newer version, or is damaged.</exception>
    public static BarCatalog Open(string folder, params IReadOnlyCollection<string> symbols)
    {
        BarCatalog catalog = OpenAsIs(folder, symbols, out IReadOnlyList<(string Symbol, Timeframe Timeframe)>? listed);
        if (symbols.Count > 0 || listed is null)
            return catalog;
        (string Symbol, Timeframe Timeframe)[] missing =
            [.. listed.Except(catalog.Series.Select(series => (series.Symbol, series.Timeframe)))];
        if (missing.Length == 0)
            return catalog;
        string some = string.Join(", ", missing.Take(MostNamed).Select(series => $"{series.Symbol} {series.Timeframe}"));
        string more = missing.Length > MostNamed ? FormattableString.Invariant($" and {missing.Length - MostNamed} more") : "";
        throw new InputException(new InputError("missing_series", $"the catalog should contain {some}{more}, but does not.")
        {
            Position = new SourcePosition(folder),
            Fix = $"Import them again; if they are no longer wanted, remove them from {CatalogLayout.SeriesKey} in {CatalogLayout.CatalogFile}.",
        });
    }

    /// <summary>Reads the indexes of a catalog, even if series that it should have are missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="symbols">The symbols of interest; empty for all.</param>
    /// <param name="listed">Receives the series it should have, or <see langword="null"/> if it does not say.</param>
    /// <exception cref="InputException">The folder is not a catalog, was written by a newer version, or is damaged.</exception>
    internal static BarCatalog OpenAsIs(
        string folder, IReadOnlyCollection<string> symbols, out IReadOnlyList<(string Symbol, Timeframe Timeframe)>? listed)
    {
        try
        {
            listed = ReadContent(Path.Combine(folder, CatalogLayout.CatalogFile));
            IReadOnlyList<(string Symbol, Timeframe Timeframe)>? known = listed;
            IEnumerable<string> symbolFolders = symbols.Count == 0
                ? Directory.EnumerateDirectories(folder, CatalogLayout.SymbolFolders)
                : symbols.Select(symbol => CatalogLayout.SymbolFolder(folder, symbol)).Where(Directory.Exists);
            return new BarCatalog(folder, [.. symbolFolders
                .SelectMany(symbolFolder => Directory.EnumerateDirectories(symbolFolder, CatalogLayout.TimeframeFolders))
                .Where(place => IsSeries(place, folder, known))
                .Select(SeriesIndex.Read)
                .OrderBy(series => series.Symbol, StringComparer.Ordinal).ThenBy(series => series.Timeframe.Ticks)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_catalog", $"the catalog cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(folder),
                Fix = "Check that it exists and that you have permission to read it.",
            });
        }
    }

    // A folder without an index that is not listed was left by an interrupted import.
    private static bool IsSeries(string place, string root, IReadOnlyList<(string Symbol, Timeframe Timeframe)>? listed) =>
        File.Exists(Path.Combine(place, CatalogLayout.IndexFile))
        || listed is null
        || listed.Any(series => CatalogLayout.SeriesFolder(root, series.Symbol, series.Timeframe) == place);

    private static IReadOnlyList<(string Symbol, Timeframe Timeframe)>? ReadContent(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(new InputError("no_catalog", $"this is not a catalog: it has no {CatalogLayout.CatalogFile}.")
            {
                Position = new SourcePosition(Path.GetDirectoryName(path)),
                Fix = "Name the folder that bars were imported to, or create a catalog with backtest data import.",
            });
        }

        try
        {
            JsonNode? content = JsonNode.Parse(File.ReadAllBytes(path));
            int format = content?[CatalogLayout.FormatKey]?.GetValue<int>() ?? throw new FormatException($"there is no {CatalogLayout.FormatKey}");
            CatalogErrors.ThrowIfNewer(path, format);
            return CatalogContent.Listed(content);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw CatalogErrors.Damaged(
                path, $"its format is unknown: {exception.Message}", "Check that the folder is a catalog. If it is, delete it and import again.");
        }
    }
}

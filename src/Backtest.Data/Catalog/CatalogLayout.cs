using System.Globalization;

namespace Backtest.Data.Catalog;

/// <summary>
/// The layout of a catalog. Folders are named like Hive partitions, so that other tools read symbol and timeframe from them; names of everything
/// else than bars begin with <c>_</c> or <c>.</c>, which those tools skip.
/// </summary>
internal static class CatalogLayout
{
    /// <summary>The newest format this version reads, and the one it writes.</summary>
    public const int Format = 1;

    /// <summary>The key of the format, in the catalog's own file and, with <c>backtest.</c> before it, in each file of bars.</summary>
    public const string FormatKey = "format";

    /// <summary>The file that makes a folder a catalog.</summary>
    public const string CatalogFile = "_catalog.json";

    /// <summary>The index beside a series' bars.</summary>
    public const string IndexFile = "_series.json";

    /// <summary>The key, in the catalog's own file, of the series it should have.</summary>
    public const string SeriesKey = "series";

    /// <summary>The folder of sources' own calendars.</summary>
    public const string CalendarFolder = "_calendars";

    /// <summary>The names of files of bars.</summary>
    public const string BarFiles = "*.parquet";

    /// <summary>The folder that series are written to before they are moved into place.</summary>
    public const string StagingFolder = ".importing";

    /// <summary>The folder that held replaced series in versions that moved whole folders.</summary>
    public const string RetiredFolder = ".replaced";

    /// <summary>The file an import locks while it works.</summary>
    public const string LockFile = ".lock";

    /// <summary>The folders of symbols.</summary>
    public const string SymbolFolders = "symbol=*";

    /// <summary>The folders of timeframes, in that of a symbol.</summary>
    public const string TimeframeFolders = "timeframe=*";

    /// <summary>The folder of a symbol.</summary>
    public static string SymbolFolder(string root, string symbol) => Path.Combine(root, $"symbol={Encode(symbol)}");

    /// <summary>The folder of a series.</summary>
    public static string SeriesFolder(string root, string symbol, Timeframe timeframe) =>
        Path.Combine(SymbolFolder(root, symbol), $"timeframe={timeframe}");

    /// <summary>
    /// The file a bar belongs to: one per year, for bars of seconds one per month, for bars of days and weeks a single one. So a file is neither
    /// tiny nor too large to be rewritten. A rewritten series has files with other names, so that readers of the old files never see new content.
    /// </summary>
    /// <param name="timeframe">The length of the bars.</param>
    /// <param name="day">The bar's trading day.</param>
    /// <param name="generation">How many times the series was written, this time included.</param>
    public static string FileName(Timeframe timeframe, int day, int generation)
    {
        string? format = timeframe.Unit switch
        {
            's' => "yyyy-MM",
            'm' or 'h' => "yyyy",
            _ => null,
        };
        string period = format is null ? "all" : DateOnly.FromDayNumber(day).ToString(format, CultureInfo.InvariantCulture);
        return generation <= 1 ? $"{period}.parquet" : FormattableString.Invariant($"{period}.{generation}.parquet");
    }

    /// <summary>
    /// A symbol as a folder name: characters other than letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c> as bytes in hexadecimal.
    /// </summary>
    private static string Encode(string symbol)
    {
        string encoded = Uri.EscapeDataString(symbol);
        return encoded.EndsWith('.') ? $"{encoded[..^1]}%2E" : encoded; // some systems drop a trailing dot
    }
}

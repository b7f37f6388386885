using System.Globalization;

namespace Backtest.Data.Catalog;

/// <summary>
/// Where a catalog has what. Folders are named as Hive names partitions, so that other tools read symbol and timeframe from them; what is not
/// bars begins with <c>_</c> or <c>.</c>, which they pass over.
/// </summary>
internal static class CatalogLayout
{
    /// <summary>The newest format this version reads, and the one it writes.</summary>
    public const int Format = 1;

    /// <summary>The key of the format, in the catalog's own file and, with <c>backtest.</c> before it, in each file of bars.</summary>
    public const string FormatKey = "format";

    /// <summary>The file that makes a folder a catalog.</summary>
    public const string CatalogFile = "_catalog.json";

    /// <summary>The file beside a series' bars that says what they are.</summary>
    public const string IndexFile = "_series.json";

    /// <summary>The folder series are written in before they take their place.</summary>
    public const string StagingFolder = ".importing";

    /// <summary>The folder series are in while others take their place.</summary>
    public const string RetiredFolder = ".replaced";

    /// <summary>The file an import holds while it works.</summary>
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
    /// The file a bar goes to: one for each year, of bars of seconds one for each month, of days and weeks one for all. So a file is neither
    /// tiny nor too large to be written anew.
    /// </summary>
    public static string FileName(Timeframe timeframe, int day)
    {
        string? format = timeframe.Unit switch
        {
            's' => "yyyy-MM",
            'm' or 'h' => "yyyy",
            _ => null,
        };
        string period = format is null ? "all" : DateOnly.FromDayNumber(day).ToString(format, CultureInfo.InvariantCulture);
        return $"{period}.parquet";
    }

    /// <summary>A symbol as a folder's name: what is no letter, digit, <c>-</c>, <c>.</c>, <c>_</c> or <c>~</c> as its bytes in hexadecimal.</summary>
    private static string Encode(string symbol)
    {
        string encoded = Uri.EscapeDataString(symbol);
        return encoded.EndsWith('.') ? $"{encoded[..^1]}%2E" : encoded; // some systems drop a dot at the end
    }
}

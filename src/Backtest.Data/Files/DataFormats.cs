using System.IO.Compression;

namespace Backtest.Data.Files;

/// <summary>The kinds of files that may contain bars, by their names.</summary>
internal static class DataFormats
{
    /// <summary>The names searched for in a folder, for errors.</summary>
    public const string Expected = ".csv or .tsv, plain or as .gz, and .zip";

    private const string Gzip = ".gz";
    private const string Zip = ".zip";

    private static readonly string[] Tables = [".csv", ".tsv"];
    private static readonly string[] Texts = [.. Tables, ".txt"];

    /// <summary>Whether a file is a single text compressed with gzip.</summary>
    public static bool IsGzip(string path) => path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file may contain several texts.</summary>
    public static bool IsZip(string path) => path.EndsWith(Zip, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file found in a folder is read; a folder may also contain other files, such as notes in plain text.</summary>
    public static bool IsData(string path) => !IsHidden(path) && (IsZip(path) || EndsIn(Unpacked(path), Tables));

    /// <summary>Whether a file is a single text, compressed or not, judged by its name.</summary>
    public static bool IsText(string path) => EndsIn(Unpacked(path), Texts);

    /// <summary>The name of a file without the extensions for its format and compression.</summary>
    public static string Stem(string path) => Path.GetFileNameWithoutExtension(Unpacked(path));

    /// <summary>The texts in a zip, by name.</summary>
    /// <exception cref="InputException">The zip is damaged, or contains no texts.</exception>
    public static IReadOnlyList<string> Entries(string zip)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(zip);
            string[] entries = [.. archive.Entries.Select(entry => entry.FullName).Where(entry => EndsIn(entry, Texts) && !IsHidden(entry)).Order(StringComparer.Ordinal)];
            return entries.Length > 0 ? entries : throw new InputException(new InputError("empty_zip", "the zip has no .csv, .tsv or .txt file")
            {
                Position = new SourcePosition(zip),
                Fix = "Add files of bars to it, or remove it from data.path.",
            });
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(zip, exception);
        }
    }

    /// <summary>The error that a packed file cannot be unpacked.</summary>
    public static InputException Damaged(string path, InvalidDataException exception) =>
        new(new InputError("damaged_archive", $"the file cannot be unpacked: {exception.Message}")
        {
            Position = new SourcePosition(path),
            Fix = "It is truncated, damaged or split into several parts. Download it or pack it again.",
        });

    /// <summary>Whether a file was added by a system: such names begin with a dot, or are in __MACOSX.</summary>
    private static bool IsHidden(string path)
    {
        string[] parts = path.Split('/', '\\');
        return parts[^1].StartsWith('.') || parts.Contains("__MACOSX");
    }

    private static bool EndsIn(string path, string[] extensions) =>
        Array.Exists(extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string Unpacked(string path) => IsGzip(path) ? path[..^Gzip.Length] : path;
}

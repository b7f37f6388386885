using System.Security.Cryptography;
using System.Text;

namespace Backtest.Data.Lean;

/// <summary>Reads whole files and keeps a record of each. Threads may share it.</summary>
internal sealed class LeanFiles
{
    private readonly Dictionary<string, DataFile> _records = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The files read so far, in ordinal order of their paths.</summary>
    public IReadOnlyList<DataFile> Records
    {
        get
        {
            lock (_lock)
                return [.. _records.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
        }
    }

    /// <summary>Reads a file that contains no bars.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public byte[] Read(string path)
    {
        byte[] content = ReadWhole(path);
        Add(path, content, rows: 0, skipped: 0);
        return content;
    }

    /// <summary>Reads the lines of an optional text file, without empty ones.</summary>
    public string[] ReadLines(string path) => File.Exists(path)
        ? Encoding.UTF8.GetString(Read(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [];

    /// <summary>Reads a file of bars without recording it; add it once its bars are taken.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static byte[] ReadWhole(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_file", $"the file cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(path),
                Fix = "Check that it exists and that you have permission to read it.",
            });
        }
    }

    /// <summary>Adds a file to the record.</summary>
    public void Add(string path, byte[] content, long rows, long skipped)
    {
        DataFile file = new(path, Convert.ToHexStringLower(SHA256.HashData(content)), rows, skipped, []);
        lock (_lock)
            _records[path] = file;
    }
}

using System.IO.Compression;

namespace Backtest.Data.Files;

/// <summary>Opens the content of packed files.</summary>
internal static class Unpacking
{
    /// <summary>Opens a file in a zip.</summary>
    /// <exception cref="InvalidDataException">The zip is damaged, or does not contain the file.</exception>
    public static Stream OpenZipped(string zip, string entry)
    {
        ZipArchive archive = ZipFile.OpenRead(zip);
        try
        {
            ZipArchiveEntry found = archive.GetEntry(entry) ?? throw new InvalidDataException($"it has no '{entry}'");
            return new CheckedStream(found.Open(), found.Crc32, (uint)found.Length, archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}

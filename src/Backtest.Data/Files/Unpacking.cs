using System.Buffers.Binary;
using System.IO.Compression;

namespace Backtest.Data.Files;

/// <summary>Opens what is in packed files.</summary>
internal static class Unpacking
{
    private const int GzipTrailer = 8;

    /// <summary>Opens a file of a zip.</summary>
    /// <exception cref="InvalidDataException">The zip is damaged, or does not have it.</exception>
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

    /// <summary>Opens what a gzip file packs. Several gzip files in one are told as damaged.</summary>
    /// <exception cref="InvalidDataException">The file is too short to be one.</exception>
    public static Stream OpenGzip(FileStream file)
    {
        try
        {
            if (file.Length < GzipTrailer)
                throw new InvalidDataException("it is too short");
            Span<byte> trailer = stackalloc byte[GzipTrailer];
            file.Seek(-GzipTrailer, SeekOrigin.End);
            file.ReadExactly(trailer);
            file.Seek(0, SeekOrigin.Begin);
            return new CheckedStream(
                new GZipStream(file, CompressionMode.Decompress),
                BinaryPrimitives.ReadUInt32LittleEndian(trailer),
                BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]),
                file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}

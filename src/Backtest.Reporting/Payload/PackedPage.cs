using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Backtest.Reporting;

/// <summary>Packs text and bytes for a page: compressed with gzip, which browsers decompress themselves, in Base64.</summary>
internal static class PackedPage
{
    /// <summary>
    /// Packs a document and its columns: the length of the document in four bytes, lowest first, then the document, then the columns.
    /// </summary>
    public static string Pack(ReadOnlySpan<byte> document, ReadOnlySpan<byte> columns)
    {
        var bytes = new byte[sizeof(int) + document.Length + columns.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, document.Length);
        document.CopyTo(bytes.AsSpan(sizeof(int)));
        columns.CopyTo(bytes.AsSpan(sizeof(int) + document.Length));
        return Pack(bytes);
    }

    /// <summary>Packs a text.</summary>
    public static string Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    private static string Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}

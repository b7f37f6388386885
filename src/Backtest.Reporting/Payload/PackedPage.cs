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
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, document.Length);
            gzip.Write(length);
            gzip.Write(document);
            gzip.Write(columns);
        }

        return ToBase64(packed);
    }

    /// <summary>Packs a text.</summary>
    public static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return ToBase64(packed);
    }

    private static string ToBase64(MemoryStream packed) => Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
}

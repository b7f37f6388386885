using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Backtest.Reporting;

/// <summary>Text and bytes as a page can carry them: compressed with gzip, which browsers unpack by themselves, in Base64.</summary>
internal static class PackedPage
{
    /// <summary>A document and its columns: the length of the document as four bytes, the lowest first, then the document, then the
    /// columns.</summary>
    public static string Pack(ReadOnlySpan<byte> document, ReadOnlySpan<byte> columns)
    {
        var bytes = new byte[sizeof(int) + document.Length + columns.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, document.Length);
        document.CopyTo(bytes.AsSpan(sizeof(int)));
        columns.CopyTo(bytes.AsSpan(sizeof(int) + document.Length));
        return Pack(bytes);
    }

    /// <summary>A text.</summary>
    public static string Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    private static string Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}

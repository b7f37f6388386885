using System.Text;
using Backtest.Data.Files;

namespace Backtest.Data.Csv.Recognition;

/// <summary>The first 64 KB of a file, as text, by which the file is recognized.</summary>
/// <param name="Encoding">The encoding, named or recognized.</param>
/// <param name="Text">The text, up to the end of a line.</param>
/// <param name="IsWhole">Whether that is the whole file.</param>
internal sealed record FileStart(Encoding Encoding, string Text, bool IsWhole)
{
    private const int Length = 1 << 16;

    /// <summary>Reads the start of a file.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static FileStart Read(DataPath file, TextEncoding? named)
    {
        byte[] bytes = new byte[Length];
        int count = ReadBytes(file, bytes);
        Encoding encoding = Find(bytes.AsSpan(0, count), named);
        string text = encoding.GetString(bytes, 0, count).TrimStart('\uFEFF');
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new InputException(new InputError("not_text", "the file is not a text file")
            {
                Position = new SourcePosition(file.Path),
                Fix = "Use a CSV file; spreadsheet programs can save one.",
            });
        bool isWhole = count < Length;
        int last = isWhole ? -1 : text.LastIndexOf('\n');
        return new FileStart(encoding, last < 0 ? text : text[..(last + 1)], isWhole);
    }

    private static int ReadBytes(DataPath file, byte[] bytes)
    {
        try
        {
            using Stream stream = file.Open();
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw DataFormats.Damaged(file.Path, exception);
        }
    }

    private static Encoding Find(ReadOnlySpan<byte> bytes, TextEncoding? named) => named switch
    {
        TextEncoding.Utf8 => Encoding.UTF8,
        TextEncoding.Latin1 => Encoding.Latin1,
        TextEncoding.Utf16 => FindUtf16(bytes) ?? Encoding.Unicode,
        _ => FindUtf16(bytes) ?? (IsUtf8(bytes) ? Encoding.UTF8 : Encoding.Latin1),
    };

    /// <summary>Recognizes UTF-16 by its byte order mark, or by every other byte of a text in Latin letters being zero.</summary>
    private static Encoding? FindUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode;
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        int even = 0;
        int odd = 0;
        for (int at = 0; at + 1 < bytes.Length; at += 2)
        {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }

        int most = bytes.Length / 2 * 3 / 4;
        if (most > 0 && odd > most)
            return Encoding.Unicode;
        return most > 0 && even > most ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The last character may be cut off.
        int end = bytes.Length == Length ? Math.Max(0, bytes.LastIndexOf((byte)'\n')) : bytes.Length;
        return System.Text.Unicode.Utf8.IsValid(bytes[..end]);
    }
}

using System.Globalization;
using System.Text;

namespace Backtest.Data.Files;

/// <summary>Opens files that are read whole and are never large: one that does not end must not fill the memory.</summary>
internal static class SmallFile
{
    private const int Mega = 1 << 20;

    /// <summary>How large a file of actions or of a universe may be, unpacked: far more than any market needs.</summary>
    public const long MostOfRecords = 64 * Mega;

    private const int MostOfText = 4 * Mega;

    /// <summary>Opens a file for reading from its start to its end, unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="InputException">It cannot be read; on reading, it is larger.</exception>
    public static Stream Open(string path, long most) => new BoundedStream(new DataPath(path, Entry: null, Symbol: "").Open(), path, most);

    /// <summary>Reads a text.</summary>
    /// <exception cref="InputException">It cannot be read, or is larger than such a text may be.</exception>
    public static string ReadText(string path)
    {
        using var text = new StreamReader(Open(path, MostOfText), Encoding.UTF8);
        return text.ReadToEnd();
    }

    private sealed class BoundedStream(Stream content, string path, long most) : ForwardStream
    {
        private long _read;

        public override int Read(Span<byte> buffer)
        {
            int read = content.Read(buffer);
            _read += read;
            return _read <= most
                ? read
                : throw new InputException(new InputError(
                    "file_too_large", string.Create(CultureInfo.InvariantCulture, $"the file is larger than {most / Mega} MB, the most such a file may have"))
                {
                    Position = new SourcePosition(path),
                    Fix = "See that it is the file that was meant.",
                });
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                content.Dispose();
            base.Dispose(disposing);
        }
    }
}

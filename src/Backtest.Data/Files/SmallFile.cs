using System.Globalization;
using System.Text;

namespace Backtest.Data.Files;

/// <summary>Opens files that are read whole and are never large, with a limit, so that an endless file cannot fill the memory.</summary>
internal static class SmallFile
{
    private const int Mega = 1 << 20;

    /// <summary>The maximum size of a file of actions or of a universe, unpacked: far more than any market needs.</summary>
    public const long MostOfRecords = 64 * Mega;

    private const int MostOfText = 4 * Mega;

    /// <summary>Opens a file, unpacked, for reading from start to end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Its maximum size in bytes.</param>
    /// <exception cref="InputException">The file cannot be read or, thrown while reading, is larger.</exception>
    public static Stream Open(string path, long most) => new BoundedStream(new DataPath(path, Entry: null, Symbol: "").Open(), path, most);

    /// <summary>Reads a text.</summary>
    /// <exception cref="InputException">The file cannot be read, or is larger than such a text may be.</exception>
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
                    "file_too_large", string.Create(CultureInfo.InvariantCulture, $"the file is larger than {most / Mega} MB, the maximum for such a file"))
                {
                    Position = new SourcePosition(path),
                    Fix = "Check that it is the right file.",
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

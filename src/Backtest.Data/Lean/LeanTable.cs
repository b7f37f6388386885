using System.IO.Compression;

namespace Backtest.Data.Lean;

/// <summary>The lines of the table in a zip.</summary>
internal sealed class LeanTable : IDisposable
{
    private readonly LeanPart _part;
    private readonly ZipArchive _zip;
    private readonly Stream _stream;
    private readonly byte[] _buffer;
    private int _start;
    private int _end;

    /// <summary>Opens the table in a zip.</summary>
    /// <param name="part">The zip.</param>
    /// <param name="content">The content of the zip.</param>
    /// <param name="buffer">A buffer larger than the longest line.</param>
    /// <exception cref="InputException">The content is not a zip, or has no such table.</exception>
    public LeanTable(LeanPart part, byte[] content, byte[] buffer)
    {
        _part = part;
        _buffer = buffer;
        try
        {
            _zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            ZipArchiveEntry? entry = _zip.GetEntry(part.Entry) ?? (_zip.Entries.Count == 1 ? _zip.Entries[0] : null);
            if (entry is null)
                throw Wrong("missing_entry", $"the zip has {_zip.Entries.Count} tables, none of them {part.Entry}");
            _stream = entry.Open();
        }
        catch (InvalidDataException exception)
        {
            throw Wrong("bad_zip", $"the file is not a complete zip: {exception.Message}");
        }
    }

    /// <summary>The number of the last line read, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, valid until the next call.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InputException">The zip is damaged, or the line has no end.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length < 0 && Fill())
                continue;
            bool hasEnd = length >= 0;
            if (!hasEnd)
                length = _end - _start; // the last line of the file
            line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r');
            _start += hasEnd ? length + 1 : length;
            Line++;
            return hasEnd || length > 0;
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _zip.Dispose();
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
            throw Wrong("bad_table", "a line is not terminated");
        try
        {
            int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read > 0;
        }
        catch (InvalidDataException exception)
        {
            throw Wrong("bad_zip", $"the zip is damaged: {exception.Message}");
        }
    }

    private InputException Wrong(string code, string message) => new(new InputError(code, message)
    {
        Position = new SourcePosition(_part.Path, Line),
        Fix = "Download the file again.",
    });
}

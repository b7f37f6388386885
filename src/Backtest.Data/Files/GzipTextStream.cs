using System.IO.Compression;

namespace Backtest.Data.Files;

/// <summary>
/// Unpacks a gzip file of one or more members and checks that it is complete. The framework checks each complete member but treats a truncated one
/// as the end, so a member with one known byte is appended to the file, which is only read if all members before it are complete.
/// </summary>
/// <param name="file">The file, disposed together with this stream.</param>
internal sealed class GzipTextStream(Stream file) : ForwardStream
{
    private const byte Mark = 0x1E;
    private const int BufferSize = 1 << 16;

    private static readonly byte[] MarkMember = Pack(Mark);

    private readonly GZipStream _unpacked = new(new FollowedStream(file, MarkMember), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _next;
    private int _filled;
    private bool _isAtEnd;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is not gzip, or is damaged or truncated.</exception>
    public override int Read(Span<byte> buffer)
    {
        // The last byte unpacked so far may be the mark, and is held back until another follows.
        while (_filled - _next <= 1 && !_isAtEnd)
            Fill();
        int ready = Math.Min(buffer.Length, _filled - _next - 1);
        if (ready <= 0)
            return 0;
        _buffer.AsSpan(_next, ready).CopyTo(buffer);
        _next += ready;
        return ready;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        int held = _filled - _next;
        _buffer.AsSpan(_next, held).CopyTo(_buffer);
        (_next, _filled) = (0, held);
        int read;
        try
        {
            read = _unpacked.Read(_buffer.AsSpan(held));
        }
        catch (InvalidDataException)
        {
            throw new InvalidDataException("it is not gzip, or its content does not match its checksum");
        }

        _filled += read;
        _isAtEnd = read == 0;
        if (_isAtEnd && (held == 0 || _buffer[held - 1] != Mark))
            throw new InvalidDataException("it is truncated");
    }

    private static byte[] Pack(byte content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.WriteByte(content);
        return packed.ToArray();
    }

    /// <summary>A stream followed by some bytes.</summary>
    private sealed class FollowedStream(Stream first, byte[] then) : ForwardStream
    {
        private int _read;

        public override int Read(Span<byte> buffer)
        {
            int read = _read == 0 ? first.Read(buffer) : 0;
            if (read > 0 || buffer.IsEmpty)
                return read;
            int length = Math.Min(buffer.Length, then.Length - _read);
            then.AsSpan(_read, length).CopyTo(buffer);
            _read += length;
            return length;
        }
    }
}

using System.IO.Hashing;

namespace Backtest.Data.Files;

/// <summary>Reads what was packed, and sees at its end that it is whole. The framework's readers do not: a file cut off ends early for them.</summary>
/// <param name="content">The content, unpacked.</param>
/// <param name="checksum">The CRC-32 it must have.</param>
/// <param name="length">The length it must have, modulo 2³².</param>
/// <param name="owner">What the content is read from, disposed of with it.</param>
internal sealed class CheckedStream(Stream content, uint checksum, uint length, IDisposable owner) : Stream
{
    private readonly Crc32 _sum = new();
    private uint _length;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The content has ended, and is not what was packed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = content.Read(buffer);
        _sum.Append(buffer[..read]);
        _length += (uint)read;
        if (read == 0 && !buffer.IsEmpty && (_length != length || _sum.GetCurrentHashAsUInt32() != checksum))
            throw new InvalidDataException("its content is not what its checksum says");
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            owner.Dispose();
        }

        base.Dispose(disposing);
    }
}

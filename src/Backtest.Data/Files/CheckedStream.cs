using System.IO.Hashing;

namespace Backtest.Data.Files;

/// <summary>
/// Reads unpacked content and checks at its end that it is complete. The framework's readers do not: they treat a truncated file as shorter.
/// </summary>
/// <param name="content">The content, unpacked.</param>
/// <param name="checksum">The CRC-32 it must have.</param>
/// <param name="length">The length it must have, modulo 2³².</param>
/// <param name="owner">What the content is read from, disposed together with it.</param>
internal sealed class CheckedStream(Stream content, uint checksum, uint length, IDisposable owner) : ForwardStream
{
    private readonly Crc32 _sum = new();
    private uint _length;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The content has ended and does not match what was packed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = content.Read(buffer);
        _sum.Append(buffer[..read]);
        _length += (uint)read;
        if (read == 0 && !buffer.IsEmpty && (_length != length || _sum.GetCurrentHashAsUInt32() != checksum))
            throw new InvalidDataException("its content does not match its checksum");
        return read;
    }

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

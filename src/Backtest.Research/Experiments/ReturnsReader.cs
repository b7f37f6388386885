using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Backtest.Research;

/// <summary>
/// Reads returns of trials from parts on disk. A part stays open until another is requested, because consecutive trials share one.
/// </summary>
internal sealed class ReturnsReader : IDisposable
{
    private SafeFileHandle? _part;
    private string _path = "";

    /// <summary>Reads the returns of a trial.</summary>
    /// <param name="stored">Where they are stored.</param>
    /// <param name="days">Receives their days, as day numbers.</param>
    /// <param name="returns">Receives the returns.</param>
    public void Read(StoredReturns stored, Span<int> days, Span<double> returns)
    {
        if (_part is null || stored.File != _path)
        {
            _part?.Dispose();
            _part = File.OpenHandle(stored.File);
            _path = stored.File;
        }

        Span<byte> first = MemoryMarshal.AsBytes(days);
        Fill(_part, first, stored.Offset);
        Fill(_part, MemoryMarshal.AsBytes(returns), stored.Offset + first.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _part?.Dispose();

    private static void Fill(SafeFileHandle part, Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(part, bytes, offset);
            if (read == 0)
                throw new EndOfStreamException("a part of the returns is truncated");
            bytes = bytes[read..];
            offset += read;
        }
    }
}

using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>
/// The hash of one table of one container: 128 bits of XXH3 over its values in canonical form, little-endian, the same whatever the chunks.
/// </summary>
internal sealed class EventHash
{
    private const int BufferSize = 4096;

    private readonly XxHash128 _hash = new();
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _used;

    // Hashing is a good part of what an order costs, and most of that would be calls.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);
        _used += sizeof(long);
    }

    /// <summary>Adds a number; every NaN counts as one, and −0 as 0.</summary>
    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value + 0.0));

    /// <summary>Adds an amount with its scale, which the same arithmetic gives on any machine.</summary>
    public void Add(decimal value)
    {
        Span<int> bits = [0, 0, 0, 0];
        decimal.GetBits(value, bits);
        Span<byte> room = Room(bits.Length * sizeof(long));
        for (int i = 0; i < bits.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(room[(i * sizeof(long))..], bits[i]);
        _used += bits.Length * sizeof(long);
    }

    public void Add(string? text)
    {
        Add(text is null ? -1L : text.Length);
        if (BitConverter.IsLittleEndian && text is { Length: <= BufferSize / sizeof(char) })
        {
            ReadOnlySpan<byte> letters = MemoryMarshal.AsBytes(text.AsSpan());
            letters.CopyTo(Room(letters.Length));
            _used += letters.Length;
            return;
        }

        foreach (char letter in text ?? "")
        {
            BinaryPrimitives.WriteUInt16LittleEndian(Room(sizeof(char)), letter);
            _used += sizeof(char);
        }
    }

    /// <summary>Adds all that a row declares.</summary>
    public void Add<TRow>(in TRow row, RowNames names, Rows<double>? indicatorValues = null)
        where TRow : struct, IRow => row.Describe(new HashFields(this, names, indicatorValues));

    /// <summary>Adds a column of numbers already in canonical form.</summary>
    public void AddColumn(ReadOnlySpan<double> column) => AddBytes(MemoryMarshal.AsBytes(column));

    /// <summary>Adds a column of numbers.</summary>
    public void AddColumn(ReadOnlySpan<long> column) => AddBytes(MemoryMarshal.AsBytes(column));

    /// <summary>Adds what another table's hash came to.</summary>
    public void Add(EventHash other) => AddBytes(other.Digest());

    /// <summary>The hash so far.</summary>
    public byte[] Digest()
    {
        Flush();
        return _hash.GetCurrentHash();
    }

    /// <summary>The hash so far, in lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(Digest());

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        Flush();
        _hash.Append(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int size)
    {
        if (_used + size > BufferSize)
            Flush();
        return _buffer.AsSpan(_used);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Flush()
    {
        _hash.Append(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}

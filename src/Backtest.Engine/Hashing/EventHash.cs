using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>
/// The hash of one table of one container: 128 bits of XXH3 over its values in canonical form, little-endian, independent of how the rows are divided
/// into chunks.
/// </summary>
/// <param name="names">The names behind the indexes in rows; <see langword="null"/> if no rows are added.</param>
internal sealed class EventHash(HashedNames? names = null)
{
    /// <summary>Hashed in place of a missing text.</summary>
    public const long NoText = -1;

    private const int BufferSize = 4096;
    private const int RowRoom = 512; // the size of a row's fixed-size fields: all but texts and indicators
    private const int LastStart = BufferSize - RowRoom;

    private readonly XxHash128 _hash = new();
    private Buffer _buffer;
    private int _used;
    private Rows<double>? _indicatorValues;

    /// <summary>The names behind the indexes in rows.</summary>
    public HashedNames Names { get; } = names!;

    /// <summary>A number in canonical form: one bit pattern for every NaN, and 0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Canonical(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value + 0.0);

    /// <summary>Adds a text.</summary>
    public void Add(string text) => _used = Write(text, RoomForRow());

    /// <summary>Adds the declared fields of a row.</summary>
    public void Add<TRow>(in TRow row)
        where TRow : struct, IRow => _used = row.Describe(new HashFields(this, RoomForRow())).End;

    /// <summary>Adds the declared fields of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="indicatorValues">The numbers behind signals, if the rows are signals.</param>
    public void Add<TRow>(ReadOnlySpan<TRow> rows, Rows<double>? indicatorValues)
        where TRow : struct, IRow
    {
        _indicatorValues = indicatorValues;
        foreach (ref readonly TRow row in rows)
            Add(row);
    }

    /// <summary>Writes a number of a row.</summary>
    /// <param name="value">The number.</param>
    /// <param name="at">The position in the buffer.</param>
    /// <returns>The position after it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(long value, int at)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer[at..(at + sizeof(long))], value);
        return at + sizeof(long);
    }

    /// <summary>Writes an amount with its scale, which equal arithmetic gives on every machine: its four parts, the lowest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(decimal value, int at)
    {
        if (!BitConverter.IsLittleEndian)
            return WriteParts(value, at);
        // In memory, as in OLE Automation, the parts are flags, high, low and middle. They are read in the sizes they were written in, so that the
        // processor need not wait.
        ref int flags = ref Unsafe.As<decimal, int>(ref value);
        ulong low = Unsafe.Add(ref Unsafe.As<decimal, ulong>(ref value), 1);
        at = Write((long)(int)low, at);
        at = Write((long)(int)(low >> 32), at);
        at = Write((long)Unsafe.Add(ref flags, 1), at);
        return Write((long)flags, at);
    }

    /// <summary>Writes a name.</summary>
    public int Write(HashedText name, int at)
    {
        if (at + name.Length > LastStart)
            return Write(name.Text, at);
        name.CopyTo(ref _buffer[at]);
        return at + name.Length;
    }

    /// <summary>Writes a text of a row.</summary>
    public int Write(string text, int at)
    {
        at = Write((long)text.Length, at);
        int size = text.Length * sizeof(char);
        if (BitConverter.IsLittleEndian && at + size <= LastStart)
        {
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(_buffer[at..]);
            return at + size;
        }

        foreach (char letter in text)
        {
            at = RoomAt(at);
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer[at..], letter);
            at += sizeof(char);
        }

        return RoomAt(at);
    }

    /// <summary>Writes the numbers behind a signal.</summary>
    public int WriteIndicators(int first, int count, int at)
    {
        foreach (double value in _indicatorValues!.Span.Slice(first, count))
            at = Write(Canonical(value), RoomAt(at));
        return RoomAt(at);
    }

    /// <summary>Adds a column of numbers already in canonical form.</summary>
    public void AddColumn(ReadOnlySpan<double> column) => AddBytes(MemoryMarshal.AsBytes(column));

    /// <summary>Adds a column of numbers.</summary>
    public void AddColumn(ReadOnlySpan<long> column) => AddBytes(MemoryMarshal.AsBytes(column));

    /// <summary>Adds the hash of another table.</summary>
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

    private int WriteParts(decimal value, int at)
    {
        foreach (int part in decimal.GetBits(value))
            at = Write((long)part, at);
        return at;
    }

    /// <summary>The position at which a row may begin.</summary>
    private int RoomForRow() => RoomAt(_used);

    /// <summary>A position with room for a row: the same one, or the start of the buffer once its content is hashed.</summary>
    private int RoomAt(int at)
    {
        if (at <= LastStart)
            return at;
        _used = at;
        Flush();
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Flush()
    {
        _hash.Append(_buffer[.._used]);
        _used = 0;
    }

    /// <summary>An inline buffer, so that writing a field needs no lookup of the buffer's address and length.</summary>
    [InlineArray(BufferSize)]
    private struct Buffer
    {
        private byte _first;
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Backtest.Results;

/// <summary>Writes CSV: UTF-8, quoted according to RFC 4180, with LF line ends, and numbers and times independent of the culture.</summary>
internal sealed class CsvTableWriter : TableWriter
{
    private const int LongestNumber = 64;
    private const int BufferSize = 1 << 16;
    private const int WholeSecondLength = 19;

    private readonly FileStream _file;
    private byte[] _buffer = new byte[BufferSize];
    private int _length;
    private bool _isRowBegun;

    public CsvTableWriter(string path, IReadOnlyList<ColumnSchema> columns)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (ColumnSchema column in columns)
            Text(column.Name);
        EndRow();
    }

    /// <inheritdoc/>
    public override void Text(string? value)
    {
        BeginCell();
        if (value is null)
            return;
        bool isQuoted = value.Length == 0 || value.AsSpan().ContainsAny(",\"\r\n");
        if (isQuoted)
            value = $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Span<byte> room = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        _length += Encoding.UTF8.GetBytes(value, room);
    }

    /// <inheritdoc/>
    public override void Time(long ticks)
    {
        BeginCell();
        Span<byte> room = Room(LongestNumber);
        _ = Utf8Formatter.TryFormat(new DateTime(ticks, DateTimeKind.Utc), room, out int written, 'O');
        if (ticks % TimeSpan.TicksPerSecond == 0)
        {
            room[WholeSecondLength] = (byte)'Z';
            written = WholeSecondLength + 1;
        }

        _length += written;
    }

    /// <inheritdoc/>
    public override void Integer(long? value)
    {
        BeginCell();
        if (value is { } number)
            Number(number);
    }

    /// <inheritdoc/>
    public override void Real(double value)
    {
        BeginCell();
        if (!double.IsNaN(value))
            Number(value == 0 ? 0 : value);
    }

    /// <inheritdoc/>
    public override void Money(decimal value)
    {
        BeginCell();
        Number(PlainDecimal.Of(value));
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        Room(1)[0] = (byte)'\n';
        _length++;
        _isRowBegun = false;
        if (_length >= BufferSize)
            Flush();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        Flush();
        _file.Dispose();
    }

    /// <inheritdoc/>
    public override void Dispose() => _file.Dispose();

    private void Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        _ = value.TryFormat(Room(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void BeginCell()
    {
        if (_isRowBegun)
        {
            Room(1)[0] = (byte)',';
            _length++;
        }

        _isRowBegun = true;
    }

    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _length < length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + length));
        return _buffer.AsSpan(_length);
    }

    private void Flush()
    {
        _file.Write(_buffer, 0, _length);
        _length = 0;
    }
}

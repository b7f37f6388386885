using System.Runtime.InteropServices;
using ParquetSharp;
using Encoding = System.Text.Encoding;

namespace Backtest.Results;

/// <summary>Texts of one Parquet column, as UTF-8 end to end.</summary>
internal sealed class TextBuffer(ColumnSchema schema) : ColumnBuffer(schema)
{
    private byte[] _bytes = [];
    private int[] _ends = [];
    private ByteArray[] _texts = [];
    private int _length;
    private int _count;

    /// <summary>Adds a cell.</summary>
    public void Add(string value)
    {
        GrowingArray.Reserve(ref _bytes, _length + Encoding.UTF8.GetMaxByteCount(value.Length));
        _length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length));
        GrowingArray.Set(ref _ends, _count++, _length);
        AddLevel(1);
    }

    /// <inheritdoc/>
    protected override void WriteTo(ColumnWriter column, int rows, ReadOnlySpan<short> levels)
    {
        var writer = (ColumnWriter<ByteArray>)column;
        GCHandle pin = GCHandle.Alloc(_bytes, GCHandleType.Pinned);
        try
        {
            ReadOnlySpan<ByteArray> values = Texts(pin.AddrOfPinnedObject());
            if (levels.IsEmpty)
                writer.WriteBatch(values);
            else
                writer.WriteBatch(rows, levels, [], values);
        }
        finally
        {
            pin.Free();
        }

        _length = 0;
        _count = 0;
    }

    private ReadOnlySpan<ByteArray> Texts(nint bytes)
    {
        GrowingArray.Reserve(ref _texts, _count);
        int begin = 0;
        for (int i = 0; i < _count; i++)
        {
            _texts[i] = new ByteArray(bytes + begin, _ends[i] - begin);
            begin = _ends[i];
        }

        return _texts.AsSpan(0, _count);
    }
}

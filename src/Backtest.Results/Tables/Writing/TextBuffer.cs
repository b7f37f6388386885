using System.Runtime.InteropServices;
using ParquetSharp;
using Encoding = System.Text.Encoding;

namespace Backtest.Results;

/// <summary>The texts of one Parquet column, as consecutive UTF-8.</summary>
internal sealed class TextBuffer(ColumnSchema schema) : ColumnBuffer(schema)
{
    private const int BatchSize = 1024;

    private byte[] _bytes = [];
    private int[] _ends = [];
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
            WriteTo(writer, rows, levels, pin.AddrOfPinnedObject());
        }
        finally
        {
            pin.Free();
        }

        _length = 0;
        _count = 0;
    }

    /// <summary>Writes in batches, because the pointers that Parquet needs would otherwise take more space than the texts.</summary>
    private void WriteTo(ColumnWriter<ByteArray> writer, int rows, ReadOnlySpan<short> levels, nint bytes)
    {
        Span<ByteArray> batch = stackalloc ByteArray[BatchSize];
        int text = 0;
        int begin = 0;
        for (int row = 0; row < rows; row += BatchSize)
        {
            int batchRows = Math.Min(BatchSize, rows - row);
            ReadOnlySpan<short> batchLevels = levels.IsEmpty ? [] : levels.Slice(row, batchRows);
            int texts = levels.IsEmpty ? batchRows : batchLevels.Count((short)1);
            for (int i = 0; i < texts; i++)
            {
                int end = _ends[text++];
                batch[i] = new ByteArray(bytes + begin, end - begin);
                begin = end;
            }

            writer.WriteBatch(batchRows, batchLevels, [], batch[..texts]);
        }
    }
}

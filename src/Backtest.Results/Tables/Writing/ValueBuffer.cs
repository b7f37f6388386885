using ParquetSharp;

namespace Backtest.Results;

/// <summary>The numbers of one Parquet column.</summary>
internal sealed class ValueBuffer<T>(ColumnSchema schema) : ColumnBuffer(schema)
    where T : unmanaged
{
    private T[] _values = [];
    private int _count;

    /// <summary>Adds a cell.</summary>
    public void Add(T value)
    {
        GrowingArray.Set(ref _values, _count++, value);
        AddLevel(1);
    }

    /// <inheritdoc/>
    protected override void WriteTo(ColumnWriter column, int rows, ReadOnlySpan<short> levels)
    {
        ((ColumnWriter<T>)column).WriteBatch(rows, levels, [], _values.AsSpan(0, _count));
        _count = 0;
    }
}

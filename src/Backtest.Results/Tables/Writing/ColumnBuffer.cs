using ParquetSharp;
using ParquetSharp.Schema;

namespace Backtest.Results;

/// <summary>The cells of one Parquet column, kept until a row group is full.</summary>
internal abstract class ColumnBuffer(ColumnSchema schema)
{
    private short[] _levels = [];
    private int _rows;

    /// <summary>The column of the file, to be disposed by the code that opens the file.</summary>
    public Node Node() => new PrimitiveNode(
        schema.Name, schema.IsNullable ? Repetition.Optional : Repetition.Required, LogicalType(), PhysicalType());

    /// <summary>Creates the buffer for a column's cells.</summary>
    public static ColumnBuffer Create(ColumnSchema schema) => schema.Type switch
    {
        ColumnType.Text => new TextBuffer(schema),
        ColumnType.Time or ColumnType.Integer => new ValueBuffer<long>(schema),
        _ => new ValueBuffer<double>(schema),
    };

    /// <summary>Writes the cells as the next column of a row group, and clears them.</summary>
    public void Flush(RowGroupWriter group)
    {
        using ColumnWriter column = group.NextColumn();
        WriteTo(column, _rows, schema.IsNullable ? _levels.AsSpan(0, _rows) : []);
        _rows = 0;
    }

    /// <summary>Adds an empty cell.</summary>
    /// <exception cref="InvalidOperationException">The column does not allow empty cells.</exception>
    public void AddNothing()
    {
        if (!schema.IsNullable)
            throw new InvalidOperationException($"Column '{schema.Name}' may not be empty.");
        AddLevel(0);
    }

    protected abstract void WriteTo(ColumnWriter column, int rows, ReadOnlySpan<short> levels);

    /// <summary>Counts a cell; for a nullable column, the level says whether the cell has a value.</summary>
    protected void AddLevel(short level)
    {
        if (schema.IsNullable)
            GrowingArray.Set(ref _levels, _rows, level);
        _rows++;
    }

    private LogicalType LogicalType() => schema.Type switch
    {
        ColumnType.Text => ParquetSharp.LogicalType.String(),
        ColumnType.Time => ParquetSharp.LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros),
        ColumnType.Integer => ParquetSharp.LogicalType.Int(64, isSigned: true),
        _ => ParquetSharp.LogicalType.None(),
    };

    private PhysicalType PhysicalType() => schema.Type switch
    {
        ColumnType.Text => ParquetSharp.PhysicalType.ByteArray,
        ColumnType.Time or ColumnType.Integer => ParquetSharp.PhysicalType.Int64,
        _ => ParquetSharp.PhysicalType.Double,
    };
}

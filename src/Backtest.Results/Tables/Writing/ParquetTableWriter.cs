using ParquetSharp;
using ParquetSharp.Schema;

namespace Backtest.Results;

/// <summary>Writes Parquet, one row group at a time, which bounds the memory.</summary>
internal sealed class ParquetTableWriter : TableWriter
{
    private const int RowsPerGroup = 1 << 16;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    private readonly ParquetFileWriter _file;
    private readonly ColumnBuffer[] _columns;
    private int _next;
    private int _rows;

    public ParquetTableWriter(string path, IReadOnlyList<ColumnSchema> columns)
    {
        _columns = [.. columns.Select(ColumnBuffer.Create)];
        Node[] nodes = [.. _columns.Select(column => column.Node())];
        using var schema = new GroupNode("schema", Repetition.Required, nodes);
        using WriterProperties properties = Properties(columns);
        _file = new ParquetFileWriter(path, schema, properties);
        foreach (Node node in nodes)
            node.Dispose();
    }

    /// <inheritdoc/>
    public override void Text(string? value)
    {
        ColumnBuffer column = _columns[_next++];
        if (value is null)
            column.AddNothing();
        else
            ((TextBuffer)column).Add(value);
    }

    /// <inheritdoc/>
    public override void Time(long ticks) =>
        ((ValueBuffer<long>)_columns[_next++]).Add((ticks - DateTime.UnixEpoch.Ticks) / TicksPerMicrosecond);

    /// <inheritdoc/>
    public override void Integer(long? value)
    {
        ColumnBuffer column = _columns[_next++];
        if (value is { } number)
            ((ValueBuffer<long>)column).Add(number);
        else
            column.AddNothing();
    }

    /// <inheritdoc/>
    public override void Real(double value)
    {
        ColumnBuffer column = _columns[_next++];
        if (double.IsNaN(value))
            column.AddNothing();
        else
            ((ValueBuffer<double>)column).Add(value);
    }

    /// <inheritdoc/>
    public override void Money(decimal value) => ((ValueBuffer<double>)_columns[_next++]).Add((double)value);

    /// <inheritdoc/>
    public override void EndRow()
    {
        _next = 0;
        if (++_rows == RowsPerGroup)
            Flush();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        if (_rows > 0)
            Flush();
        _file.Close();
    }

    /// <inheritdoc/>
    public override void Dispose() => _file.Dispose();

    /// <summary>Loads the library that writes Parquet.</summary>
    public static void MakeReady()
    {
        using WriterProperties properties = Properties([]);
        using Node node = ColumnBuffer.Create(new ColumnSchema("", ColumnType.Real, IsNullable: true)).Node();
    }

    /// <summary>
    /// Texts repeat, and a dictionary makes them small; numbers rarely repeat, so for them it would only add cost. Times and ids increase in small
    /// steps, so that their differences take a few bits each.
    /// </summary>
    private static WriterProperties Properties(IReadOnlyList<ColumnSchema> columns)
    {
        using var builder = new WriterPropertiesBuilder();
        builder.Compression(Compression.Snappy);
        foreach (ColumnSchema column in columns.Where(column => column.Type != ColumnType.Text))
        {
            builder.DisableDictionary(column.Name);
            if (column.Type is ColumnType.Time or ColumnType.Integer)
                builder.Encoding(column.Name, Encoding.DeltaBinaryPacked);
        }

        return builder.Build();
    }

    private void Flush()
    {
        using RowGroupWriter group = _file.AppendRowGroup();
        foreach (ColumnBuffer column in _columns)
            column.Flush(group);
        _rows = 0;
    }
}

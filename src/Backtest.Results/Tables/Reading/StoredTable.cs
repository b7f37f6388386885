using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ParquetSharp;

namespace Backtest.Results;

/// <summary>A table of a run as stored in its file, with any columns, to be written in another format.</summary>
public sealed class StoredTable
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadTable _table;

    private StoredTable(IReadOnlyList<ColumnSchema> columns, ReadTable table)
    {
        Columns = columns;
        _table = table;
    }

    /// <summary>Its columns, in order.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _table.Count;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file: Parquet, or CSV if it has that extension.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static StoredTable Read(string path)
    {
        IReadOnlyList<ColumnSchema> columns = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ColumnsOfCsv(path) : ColumnsOfParquet(path);
        return new StoredTable(columns, ReadTable.Read(path, columns));
    }

    /// <summary>A column of numbers; NaN where a cell is empty.</summary>
    /// <param name="column">Its name.</param>
    public double[] Numbers(string column)
    {
        var values = new double[Count];
        for (int row = 0; row < Count; row++)
            values[row] = _table.Number(column, row) ?? double.NaN;
        return values;
    }

    /// <summary>Writes the table to a table writer, as Parquet or CSV.</summary>
    /// <param name="writer">Receives its cells.</param>
    public void WriteTo(TableWriter writer)
    {
        for (int row = 0; row < Count; row++)
        {
            foreach (ColumnSchema column in Columns)
                Write(writer, column, row);
            writer.EndRow();
        }

        writer.Complete();
    }

    /// <summary>Writes the table as CSV text.</summary>
    public void WriteCsv(TextWriter output)
    {
        output.Write(string.Join(',', Columns.Select(column => column.Name)));
        output.Write('\n');
        for (int row = 0; row < Count; row++)
        {
            output.Write(string.Join(',', Columns.Select(column => Quoted(_table.Cell(column.Name, row)))));
            output.Write('\n');
        }
    }

    /// <summary>Writes the table as a JSON array of objects, one per line; an empty cell is null.</summary>
    public void WriteJson(TextWriter output)
    {
        output.Write('[');
        for (int row = 0; row < Count; row++)
        {
            output.Write(row == 0 ? "\n" : ",\n");
            output.Write(new JsonObject(Columns.Select(column => KeyValuePair.Create(column.Name, Node(column, row)))).ToJsonString(Format));
        }

        output.Write("\n]\n");
    }

    private void Write(TableWriter writer, ColumnSchema column, int row)
    {
        switch (column.Type)
        {
            case ColumnType.Text:
                writer.Text(_table.TextOrNone(column.Name, row));
                break;
            case ColumnType.Time:
                writer.Time(_table.Integer(column.Name, row));
                break;
            case ColumnType.Integer:
                writer.Integer(_table.IntegerOrNone(column.Name, row));
                break;
            default:
                writer.Real(_table.Number(column.Name, row) ?? double.NaN);
                break;
        }
    }

    private JsonNode? Node(ColumnSchema column, int row) => column.Type switch
    {
        ColumnType.Text or ColumnType.Time => _table.Cell(column.Name, row),
        ColumnType.Integer => _table.IntegerOrNone(column.Name, row),
        _ => _table.Number(column.Name, row) is { } number ? number : null,
    };

    private static string Quoted(string? cell) => cell is null ? ""
        : cell.Length == 0 || cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static IReadOnlyList<ColumnSchema> ColumnsOfParquet(string path)
    {
        try
        {
            using var file = new ParquetFileReader(path);
            SchemaDescriptor schema = file.FileMetaData.Schema;
            return [.. Enumerable.Range(0, schema.NumColumns).Select(i => ColumnOf(schema.Column(i)))];
        }
        catch (Exception exception) when (exception is ParquetException or IOException or UnauthorizedAccessException)
        {
            throw TableErrors.Unreadable(path, exception);
        }
    }

    private static ColumnSchema ColumnOf(ColumnDescriptor column)
    {
        using LogicalType logical = column.LogicalType;
        ColumnType type = column.PhysicalType switch
        {
            PhysicalType.ByteArray => ColumnType.Text,
            PhysicalType.Int64 when logical is TimestampLogicalType => ColumnType.Time,
            PhysicalType.Int64 or PhysicalType.Int32 => ColumnType.Integer,
            _ => ColumnType.Real,
        };
        return new ColumnSchema(column.Name, type, IsNullable: column.MaxDefinitionLevel > 0);
    }

    /// <summary>The columns of a CSV by the content of their cells: numbers if all are numbers, times if all are times, else text.</summary>
    private static ColumnSchema[] ColumnsOfCsv(string path)
    {
        ColumnSchema[] texts = [.. CsvTableReader.Header(path).Select(name => new ColumnSchema(name, ColumnType.Text, IsNullable: true))];
        var table = ReadTable.Read(path, texts);
        return [.. texts.Select(column => column with { Type = TypeOf(Enumerable.Range(0, table.Count).Select(row => table.TextOrNone(column.Name, row)).OfType<string>()) })];
    }

    private static ColumnType TypeOf(IEnumerable<string> cells)
    {
        bool hasAny = false;
        (bool areIntegers, bool areNumbers, bool areTimes) = (true, true, true);
        foreach (string cell in cells)
        {
            hasAny = true;
            areIntegers = areIntegers && long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            areNumbers = areNumbers && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            areTimes = areTimes && cell.Length > 10 && DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _) && cell[4] == '-';
        }

        return !hasAny ? ColumnType.Text : areIntegers ? ColumnType.Integer : areNumbers ? ColumnType.Real : areTimes ? ColumnType.Time : ColumnType.Text;
    }
}

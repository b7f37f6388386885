using System.Globalization;
using ParquetSharp;
using Sylvan.Data.Csv;

namespace Backtest.Tests;

/// <summary>A table read back by an independent reader: the cells of each row as text, or null if they are empty.</summary>
internal sealed record RecordedTable(IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Rows)
{
    public string?[] Column(string name)
    {
        int place = Columns.ToList().IndexOf(name);
        return [.. Rows.Select(row => row[place])];
    }

    public static RecordedTable Read(string folder, string table) => File.Exists(Path.Combine(folder, table + ".csv"))
        ? ReadCsv(Path.Combine(folder, table + ".csv"))
        : ReadParquet(Path.Combine(folder, table + ".parquet"));

    private static RecordedTable ReadCsv(string path)
    {
        using var reader = CsvDataReader.Create(path);
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<string?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i) is { Length: > 0 } cell ? cell : null)]);
        return new RecordedTable(columns, rows);
    }

    private static RecordedTable ReadParquet(string path)
    {
        using var file = new ParquetFileReader(path);
        int columns = file.FileMetaData.NumColumns;
        string[] names = [.. Enumerable.Range(0, columns).Select(i => file.FileMetaData.Schema.Column(i).Name)];
        var rows = new List<string?[]>();
        for (int g = 0; g < file.FileMetaData.NumRowGroups; g++)
        {
            using RowGroupReader group = file.RowGroup(g);
            int count = (int)group.MetaData.NumRows;
            string?[][] cells = [.. Enumerable.Range(0, columns).Select(i => Cells(group, i, count))];
            for (int row = 0; row < count; row++)
                rows.Add([.. cells.Select(column => column[row])]);
        }

        return new RecordedTable(names, rows);
    }

    private static string?[] Cells(RowGroupReader group, int column, int count)
    {
        using LogicalColumnReader reader = group.Column(column).LogicalReader();
        return reader.Apply(new CellReader(count));
    }

    private sealed class CellReader(int count) : ILogicalColumnReaderVisitor<string?[]>
    {
        public string?[] OnLogicalColumnReader<TValue>(LogicalColumnReader<TValue> columnReader) =>
            [.. columnReader.ReadAll(count).Select(value => Text(value))];

        private static string? Text(object? value) => value switch
        {
            DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => (string?)value,
        };
    }
}

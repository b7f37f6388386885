using System.Globalization;

namespace Backtest.Results;

/// <summary>Columns read from a table of a run folder. The table's row type determines the columns, as it does for the writer.</summary>
internal sealed class ReadTable
{
    private readonly string _path;
    private readonly Dictionary<string, ReadColumn> _columns;

    private ReadTable(string path, IEnumerable<ReadColumn> columns, int count)
    {
        _path = path;
        _columns = columns.ToDictionary(column => column.Schema.Name, StringComparer.Ordinal);
        Count = count;
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>Reads columns of a table.</summary>
    /// <param name="path">The file: Parquet, or CSV if it has that extension.</param>
    /// <param name="wanted">The columns to read; others are skipped.</param>
    /// <exception cref="InputException">The file cannot be read, a column is missing, or a cell does not match its column's type.</exception>
    public static ReadTable Read(string path, IReadOnlyList<ColumnSchema> wanted)
    {
        ReadColumn[] columns = [.. wanted.Select(schema => new ReadColumn(schema))];
        IReadOnlyList<string> present = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? CsvTableReader.Header(path)
            : ParquetTableReader.Header(path);
        ReadColumn[] there = [.. columns.Where(column => present.Contains(column.Schema.Name) || !LaterColumns.Has(column.Schema.Name))];
        int count = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? CsvTableReader.Read(path, there)
            : ParquetTableReader.Read(path, there);
        foreach (ReadColumn missing in columns.Except(there))
            LaterColumns.Fill(missing, count);
        return new ReadTable(path, columns, count);
    }

    /// <summary>A text, or null if the cell is empty.</summary>
    public string? TextOrNone(string column, int row) => _columns[column].Texts[row];

    /// <summary>A text.</summary>
    /// <exception cref="InputException">The cell is empty.</exception>
    public string Text(string column, int row) => TextOrNone(column, row) ?? throw Wrong(column, row, "nothing", "text");

    /// <summary>A whole number, or a time as UTC ticks.</summary>
    /// <exception cref="InputException">The cell is empty.</exception>
    public long Integer(string column, int row) => _columns[column].Integers[row] ?? throw Wrong(column, row, "nothing", "a value");

    /// <summary>The id of a row of another table; 0 if the cell is empty.</summary>
    public int Reference(string column, int row) => (int)(_columns[column].Integers[row] ?? 0);

    /// <summary>A whole number, or null if the cell is empty.</summary>
    public long? IntegerOrNone(string column, int row) => _columns[column].Integers[row];

    /// <summary>The id of the row.</summary>
    /// <exception cref="InputException">The cell is empty.</exception>
    public int Id(string column, int row) => (int)Integer(column, row);

    /// <summary>The id of a row of another table, or null if the cell is empty.</summary>
    public int? IdOrNone(string column, int row) => (int?)_columns[column].Integers[row];

    /// <summary>A time, UTC.</summary>
    /// <exception cref="InputException">The cell is empty.</exception>
    public DateTime Time(string column, int row) => new(Integer(column, row), DateTimeKind.Utc);

    /// <summary>An exact number, such as money or a quantity, to fifteen digits, which is the precision of tables.</summary>
    /// <exception cref="InputException">The cell is empty, or too large.</exception>
    public decimal Money(string column, int row)
    {
        double value = Number(column, row) ?? throw Wrong(column, row, "nothing", "an amount");
        return Math.Abs(value) < (double)decimal.MaxValue
            ? (decimal)value
            : throw Wrong(column, row, value.ToString("R", CultureInfo.InvariantCulture), "an amount of at most 28 digits");
    }

    /// <summary>A number, or null if the cell is empty.</summary>
    public double? Number(string column, int row) => double.IsNaN(_columns[column].Reals[row]) ? null : _columns[column].Reals[row];

    /// <summary>A date, or null if the cell is empty.</summary>
    /// <exception cref="InputException">The cell is not a date.</exception>
    public DateOnly? DateOrNone(string column, int row) => TextOrNone(column, row) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date
        : throw Wrong(column, row, $"'{text}'", "a date such as 2020-01-31");

    /// <summary>A cell as text, or null if it is empty: numbers in the shortest round-trip form, times as ISO 8601.</summary>
    public string? Cell(string column, int row)
    {
        ReadColumn read = _columns[column];
        return read.Schema.Type switch
        {
            ColumnType.Text => read.Texts[row],
            ColumnType.Integer => read.Integers[row]?.ToString(CultureInfo.InvariantCulture),
            ColumnType.Time => read.Integers[row] is { } ticks ? new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture) : null,
            _ => Number(column, row)?.ToString("R", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A value of an enumeration.</summary>
    /// <exception cref="InputException">There is no such value.</exception>
    public TEnum Word<TEnum>(string column, int row)
        where TEnum : struct, Enum
    {
        string word = Text(column, row);
        return Words<TEnum>.Find(word) ?? throw Wrong(column, row, $"'{word}'", $"one of {string.Join(", ", Words<TEnum>.All)}");
    }

    /// <summary>The error that a cell is invalid.</summary>
    public InputException Wrong(string column, int row, string found, string expected) => TableErrors.Wrong(_path, column, row, found, expected);
}

/// <summary>Errors about tables.</summary>
internal static class TableErrors
{
    /// <summary>A column is missing.</summary>
    public static InputException Missing(string path, string column) => new(new InputError("missing_column", $"the table has no column '{column}'")
    {
        Position = new SourcePosition(path),
        Key = column,
        Fix = "Create it again with this release, with all of its columns.",
    });

    /// <summary>A cell is invalid.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The column.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected.</param>
    public static InputException Wrong(string path, string column, int row, string found, string expected) => new(new InputError(
        "invalid_cell", string.Create(CultureInfo.InvariantCulture, $"row {row + 1}: found {found} in the column '{column}', expected {expected}"))
    {
        Position = new SourcePosition(path),
        Key = column,
    });

    /// <summary>A file cannot be read.</summary>
    public static InputException Unreadable(string path, Exception exception) => new(new InputError(
        "unreadable_file", $"the table cannot be read: {exception.Message.ReplaceLineEndings(" ")}")
    {
        Position = new SourcePosition(path),
        Fix = "Check that it exists and is complete, and that you have permission to read it.",
    });
}

namespace Backtest.Results;

/// <summary>Writes a table to a file, cell by cell in the order of its columns.</summary>
public abstract class TableWriter : IDisposable
{
    /// <summary>Opens a file, named after the table, for writing.</summary>
    public static TableWriter Create(string folder, string table, IReadOnlyList<ColumnSchema> columns, bool isCsv)
    {
        string path = Path.Combine(folder, table + (isCsv ? ".csv" : ".parquet"));
        return isCsv ? new CsvTableWriter(path, columns) : new ParquetTableWriter(path, columns);
    }

    /// <summary>Writes a text, or an empty cell for <see langword="null"/>.</summary>
    public abstract void Text(string? value);

    /// <summary>Writes a time, given as UTC ticks.</summary>
    public abstract void Time(long ticks);

    /// <summary>Writes a whole number, or an empty cell for <see langword="null"/>.</summary>
    public abstract void Integer(long? value);

    /// <summary>Writes a number, or an empty cell for NaN.</summary>
    public abstract void Real(double value);

    /// <summary>Writes a decimal.</summary>
    public abstract void Money(decimal value);

    /// <summary>Ends the row.</summary>
    public abstract void EndRow();

    /// <summary>Writes what is left and closes the file, which is incomplete until then.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public abstract void Dispose();
}

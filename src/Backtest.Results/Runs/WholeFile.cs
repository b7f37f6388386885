namespace Backtest.Results;

/// <summary>
/// Writes files atomically: each appears complete or not at all. Until then it has a unique name, because several processes may work on one
/// experiment and complete it at the same time.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes to the path it receives.</param>
    public static void Write(string path, Action<string> write)
    {
        string draft = Path.Combine(Path.GetDirectoryName(path)!, $".tmp-{Guid.NewGuid():N}{Path.GetExtension(path)}");
        try
        {
            write(draft);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a table.</summary>
    /// <param name="path">The file; written as CSV if it has that extension, otherwise as Parquet.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Writes its rows.</param>
    public static void WriteTable(string path, IReadOnlyList<ColumnSchema> columns, Action<TableWriter> rows) => Write(path, draft =>
    {
        using TableWriter table = TableWriter.Create(
            Path.GetDirectoryName(draft)!, Path.GetFileNameWithoutExtension(draft), columns, isCsv: Path.GetExtension(draft) == ".csv");
        rows(table);
        table.Complete();
    });
}

namespace Backtest.Results;

/// <summary>
/// Puts files where others look for them in one go: each is there whole or not at all. Until then a file has a name nobody else writes to, for several
/// processes may work on one experiment, and end it together.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes to the path it is given.</param>
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
    /// <param name="path">The file; CSV if it is called so, Parquet otherwise.</param>
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

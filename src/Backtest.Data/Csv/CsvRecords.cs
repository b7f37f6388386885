namespace Backtest.Data.Csv;

/// <summary>The content of a source's files, added as each is completely read. Threads may share it.</summary>
internal sealed class CsvRecords
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (CsvFile File, IReadOnlyList<DataWarning> Skipped)> _files = new(StringComparer.Ordinal);

    /// <summary>The files read completely, in ordinal order.</summary>
    public IReadOnlyList<DataFile> Files
    {
        get
        {
            lock (_lock)
                return [.. _files.Values.Select(read => read.File.Record)];
        }
    }

    /// <summary>Warnings about them, those of skipped rows first.</summary>
    public IReadOnlyList<DataWarning> Warnings
    {
        get
        {
            lock (_lock)
                return [.. _files.Values.SelectMany(read => read.Skipped), .. _files.Values.SelectMany(read => read.File.Warnings)];
        }
    }

    /// <summary>Adds a file.</summary>
    /// <param name="file">Its content.</param>
    /// <param name="skipped">The warnings about skipped rows.</param>
    public void Add(CsvFile file, IReadOnlyList<DataWarning> skipped)
    {
        lock (_lock)
            _files[file.Record.Path] = (file with { Rows = [] }, skipped);
    }
}

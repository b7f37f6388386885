namespace Backtest.Data.Csv;

/// <summary>What the files of a source held, as they are read to their ends. Threads may share it.</summary>
internal sealed class CsvRecords
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (CsvFile File, IReadOnlyList<DataWarning> Skipped)> _files = new(StringComparer.Ordinal);

    /// <summary>The files read to their ends, in ordinal order.</summary>
    public IReadOnlyList<DataFile> Files
    {
        get
        {
            lock (_lock)
                return [.. _files.Values.Select(read => read.File.Record)];
        }
    }

    /// <summary>What a user should know of them: first of rows that were skipped.</summary>
    public IReadOnlyList<DataWarning> Warnings
    {
        get
        {
            lock (_lock)
                return [.. _files.Values.SelectMany(read => read.Skipped), .. _files.Values.SelectMany(read => read.File.Warnings)];
        }
    }

    /// <summary>Takes a file.</summary>
    /// <param name="file">What it holds.</param>
    /// <param name="skipped">The warnings of rows that were skipped.</param>
    public void Add(CsvFile file, IReadOnlyList<DataWarning> skipped)
    {
        lock (_lock)
            _files[file.Record.Path] = (file with { Rows = [] }, skipped);
    }
}

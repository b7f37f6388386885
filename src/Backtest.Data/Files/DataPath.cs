namespace Backtest.Data.Files;

/// <summary>A file to read bars from, or one of those in a zip.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Entry">The name in the zip, or <see langword="null"/> if the file is not a zip.</param>
/// <param name="Symbol">The symbol of its rows if they name none.</param>
internal readonly record struct DataPath(string File, string? Entry, string Symbol)
{
    /// <summary>The path as displayed: <c>prices.zip#SPX.csv</c> for a file in a zip.</summary>
    public string Path => Entry is null ? File : $"{File}#{Entry}";

    /// <summary>Opens the text, unpacked, for reading from start to end.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public Stream Open()
    {
        string path = Path;
        try
        {
            if (Entry is not null)
                return Unpacking.OpenZipped(File, Entry);
            var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return DataFormats.IsGzip(File) ? new GzipTextStream(stream) : stream;
        }
        catch (InvalidDataException exception)
        {
            throw DataFormats.Damaged(path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_file", $"the file cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(path),
                Fix = "Check that it exists and that you have permission to read it.",
            });
        }
    }
}

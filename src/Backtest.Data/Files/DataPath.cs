namespace Backtest.Data.Files;

/// <summary>A file to read bars from.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Symbol">The symbol of its rows where they name none.</param>
internal readonly record struct DataPath(string Path, string Symbol)
{
    /// <summary>Opens the file for reading from its start to its end.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public FileStream Open()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_file", $"the file cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(Path),
                Fix = "See that it is there and that you may read it.",
            });
        }
    }
}

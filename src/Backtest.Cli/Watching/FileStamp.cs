namespace Backtest.Cli.Watching;

/// <summary>What tells a file that was written, or put in another's place, from the one before.</summary>
/// <param name="Length">Its length, in bytes.</param>
/// <param name="Written">When it was last written.</param>
/// <param name="Created">When it was made: another file renamed over this one has another time.</param>
internal readonly record struct FileStamp(long Length, DateTime Written, DateTime Created)
{
    /// <summary>Looks at a file; <see langword="null"/>: it is not there.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It went away, or was closed off, between two questions.
            return null;
        }
    }
}

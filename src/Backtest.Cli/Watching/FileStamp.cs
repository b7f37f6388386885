namespace Backtest.Cli.Watching;

/// <summary>Distinguishes a file that was written or replaced from the earlier one.</summary>
/// <param name="Length">Its length, in bytes.</param>
/// <param name="Written">When it was last written.</param>
/// <param name="Created">When it was created; another file renamed over this one has another time.</param>
internal readonly record struct FileStamp(long Length, DateTime Written, DateTime Created)
{
    /// <summary>The stamp of a file, or <see langword="null"/> if it does not exist.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file was deleted or became inaccessible between two calls.
            return null;
        }
    }
}

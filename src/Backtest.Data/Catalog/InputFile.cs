namespace Backtest.Data.Catalog;

/// <summary>A file that bars were imported from.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Modified">When it was last modified, UTC.</param>
internal sealed record InputFile(string Path, long Bytes, DateTime Modified)
{
    /// <summary>The file as it is now.</summary>
    public static InputFile Of(string path)
    {
        var file = new FileInfo(path);
        return new InputFile(file.FullName, file.Exists ? file.Length : -1, file.LastWriteTimeUtc);
    }
}

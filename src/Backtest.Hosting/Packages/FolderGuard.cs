namespace Backtest.Hosting;

/// <summary>
/// Limits a location of plugins to one command at a time. The folder is created if it does not exist, and deleted if it stays empty.
/// </summary>
internal sealed class FolderGuard : IDisposable
{
    private const string FileName = ".install.lock";

    // The error codes of the systems if another process holds a file. Nothing else distinguishes this from a disk that cannot be written.
    private const int LinuxBusy = 11;
    private const int MacBusy = 35;
    private const int WindowsBusy = unchecked((int)0x80070020);

    private readonly FileStream _file;
    private readonly bool _isNew;

    private FolderGuard(FileStream file, bool isNew)
    {
        _file = file;
        _isNew = isNew;
    }

    /// <summary>Acquires the location.</summary>
    /// <exception cref="InputException">Another command holds it.</exception>
    /// <exception cref="IOException">The folder cannot be created or written to.</exception>
    public static FolderGuard Take(PluginFolder place)
    {
        bool isNew = !Directory.Exists(place.Path);
        Directory.CreateDirectory(place.Path);
        string file = Path.Combine(place.Path, FileName);
        try
        {
            return new FolderGuard(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), isNew);
        }
        catch (IOException exception) when (exception.HResult is LinuxBusy or MacBusy or WindowsBusy)
        {
            throw new InputException(InstallErrors.Busy(place));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        string folder = Path.GetDirectoryName(_file.Name)!;
        // Otherwise the file stays: a file that is deleted and created again could be held by two commands.
        if (!_isNew || Directory.EnumerateFileSystemEntries(folder).Skip(1).Any())
            return;
        try
        {
            File.Delete(_file.Name);
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Another command has just begun to use the folder.
        }
    }
}

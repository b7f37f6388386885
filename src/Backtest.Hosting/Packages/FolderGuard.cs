namespace Backtest.Hosting;

/// <summary>
/// Keeps a place of plugins to one command at a time. Its folder is made when it is not there, and goes again if it stays empty.
/// </summary>
internal sealed class FolderGuard : IDisposable
{
    private const string FileName = ".install.lock";

    // What the systems say when another process holds a file: no other sign tells it from a disk that cannot be written.
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

    /// <summary>Takes the place.</summary>
    /// <exception cref="InputException">Another command has it.</exception>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
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
        // The file stays otherwise: one that is deleted and made again could be held by two.
        if (!_isNew || Directory.EnumerateFileSystemEntries(folder).Skip(1).Any())
            return;
        try
        {
            File.Delete(_file.Name);
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Another command has just begun in it.
        }
    }
}

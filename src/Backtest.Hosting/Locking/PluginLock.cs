namespace Backtest.Hosting;

/// <summary>A lock file: the packages of one place, each pinned to a version and its content.</summary>
public sealed class PluginLock
{
    private readonly SortedDictionary<string, LockedPackage> _packages;

    internal PluginLock(string path, IEnumerable<LockedPackage> packages)
    {
        Path = path;
        _packages = new(StringComparer.OrdinalIgnoreCase);
        foreach (LockedPackage package in packages)
            _packages.Add(package.Id, package);
    }

    /// <summary>The file, which need not be there.</summary>
    public string Path { get; }

    /// <summary>The packages it names, in order of their ids.</summary>
    public IReadOnlyCollection<LockedPackage> Packages => _packages.Values;

    /// <summary>Reads a lock file; one that is not there names nothing.</summary>
    /// <exception cref="InputException">It cannot be read, or is no lock file of a version known here.</exception>
    public static PluginLock Read(string path)
    {
        try
        {
            return File.Exists(path) ? new PluginLock(path, LockReader.Read(path, File.ReadAllBytes(path))) : new PluginLock(path, []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(LockErrors.Unreadable(path, exception.Message));
        }
    }

    /// <summary>What it says of a package, whatever the case of the id; <see langword="null"/>: nothing.</summary>
    public LockedPackage? Find(string id) => _packages.GetValueOrDefault(id);

    /// <summary>The same lock with a package pinned, in place of another version of it.</summary>
    internal PluginLock With(LockedPackage package) => new(Path, [.. Others(package.Id), package]);

    /// <summary>The same lock without a package.</summary>
    internal PluginLock Without(string id) => new(Path, Others(id));

    /// <summary>Writes the file: beside, and then over the one that was there.</summary>
    internal void Save()
    {
        string draft = $"{Path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(draft, FileMode.CreateNew))
            {
                LockWriter.Write(stream, Packages);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, Path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private IEnumerable<LockedPackage> Others(string id) =>
        _packages.Values.Where(package => !string.Equals(package.Id, id, StringComparison.OrdinalIgnoreCase));
}

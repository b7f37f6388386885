namespace Backtest.Hosting;

/// <summary>A lock file: the packages of one location, each pinned to a version and its content.</summary>
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

    /// <summary>The path of the file, which need not exist.</summary>
    public string Path { get; }

    /// <summary>The packages in the lock file, in order of their ids.</summary>
    public IReadOnlyCollection<LockedPackage> Packages => _packages.Values;

    /// <summary>Reads a lock file; a file that does not exist is treated as empty.</summary>
    /// <exception cref="InputException">The file cannot be read, or is not a lock file of a supported version.</exception>
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

    /// <summary>A package in the lock file, whatever the case of the id; <see langword="null"/> if it is not in it.</summary>
    public LockedPackage? Find(string id) => _packages.GetValueOrDefault(id);

    /// <summary>The lock with a package pinned, which replaces another version of it.</summary>
    internal PluginLock With(LockedPackage package) => new(Path, [.. Others(package.Id), package]);

    /// <summary>The lock without a package.</summary>
    internal PluginLock Without(string id) => new(Path, Others(id));

    /// <summary>Writes the file: first next to the existing one, then over it.</summary>
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

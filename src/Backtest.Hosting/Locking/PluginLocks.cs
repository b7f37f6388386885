namespace Backtest.Hosting;

/// <summary>The lock files that bind a run: each binds the packages of the place it stands beside.</summary>
public sealed class PluginLocks
{
    private readonly PluginFolders _places;
    private readonly bool _isStrict;
    private readonly Dictionary<string, PluginLock> _locks;

    private PluginLocks(PluginFolders places, bool isStrict)
    {
        _places = places;
        _isStrict = isStrict;
        _locks = places.Folders.Where(place => place.LockFile is not null)
            .ToDictionary(place => place.Path, place => PluginLock.Read(place.LockFile!));
    }

    /// <summary>Reads the lock files of the places.</summary>
    /// <param name="places">Where plugins are looked for.</param>
    /// <param name="isStrict">Whether what no lock file names is refused, too; what comes with the tool is pinned by its version.</param>
    /// <exception cref="InputException">A lock file is wrong.</exception>
    public static PluginLocks Read(PluginFolders places, bool isStrict) => new(places, isStrict);

    /// <summary>What lock files name and is not there.</summary>
    public IEnumerable<InputError> NotInstalled(PluginCatalog catalog) =>
        from place in _places.Folders
        where place.LockFile is not null
        from locked in _locks[place.Path].Packages
        where !catalog.Packages.Any(package => package.Place.Path == place.Path && IsNamed(package, locked.Id))
        select LockErrors.NotInstalled(locked, place);

    /// <summary>Checks the content that is about to be loaded.</summary>
    /// <param name="package">The package.</param>
    /// <param name="sha256">The hash of what will be loaded, not of what lay in the folder before.</param>
    /// <exception cref="InputException">It is not what its lock file pins; or no lock file names it and these are strict.</exception>
    public void ThrowIfRefused(PluginPackage package, string sha256)
    {
        // By path: a folder is bound however a command line came to name it.
        PluginLock? binding = _locks.GetValueOrDefault(package.Place.Path);
        if (binding?.Find(package.Id) is { } locked)
        {
            if (locked.Sha256 != sha256)
                throw new InputException(LockErrors.Mismatch(package, Path.GetFileName(binding.Path), locked, sha256));
        }
        else if (_isStrict && !_places.Folders.Any(place => place.IsBundled && place.Path == package.Place.Path))
        {
            throw new InputException(LockErrors.NotLocked(package));
        }
    }

    private static bool IsNamed(PluginPackage package, string id) => string.Equals(package.Id, id, StringComparison.OrdinalIgnoreCase);
}

namespace Backtest.Hosting;

/// <summary>The lock files that bind a run. Each binds the packages of the location it is next to.</summary>
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

    /// <summary>Reads the lock files of the locations.</summary>
    /// <param name="places">The locations of plugins.</param>
    /// <param name="isStrict">
    /// Whether to refuse packages that are in no lock file as well; bundled packages are pinned by the version of the tool.
    /// </param>
    /// <exception cref="InputException">A lock file is invalid.</exception>
    public static PluginLocks Read(PluginFolders places, bool isStrict) => new(places, isStrict);

    /// <summary>Errors for the packages that lock files name but that are not installed.</summary>
    public IEnumerable<InputError> NotInstalled(PluginCatalog catalog) =>
        from place in _places.Folders
        where place.LockFile is not null
        from locked in _locks[place.Path].Packages
        where !catalog.Packages.Any(package => package.Place.Path == place.Path && IsNamed(package, locked.Id))
        select LockErrors.NotInstalled(locked, place);

    /// <summary>Checks the content that is about to be loaded.</summary>
    /// <param name="package">The package.</param>
    /// <param name="sha256">The hash of the content that will be loaded, not of the folder's earlier content.</param>
    /// <exception cref="InputException">
    /// The content differs from what its lock file pins, or the package is in no lock file and the locks are strict.
    /// </exception>
    public void ThrowIfRefused(PluginPackage package, string sha256)
    {
        // By path: a folder is bound by its lock file even if the command line names it.
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

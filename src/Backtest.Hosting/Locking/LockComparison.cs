namespace Backtest.Hosting;

/// <summary>Compares the packages installed in a location with its lock file.</summary>
public static class LockComparison
{
    /// <summary>Checks every package that is installed or locked, in order of ids.</summary>
    /// <exception cref="InputException">The lock file is invalid, or a package cannot be read.</exception>
    public static IReadOnlyList<PackageCheck> Compare(PluginFolder place)
    {
        PluginLock locked = PluginLock.Read(place.LockFile!);
        try
        {
            string[] folders = Directory.Exists(place.Path)
                ? [.. Directory.EnumerateDirectories(place.Path).Where(folder => !Path.GetFileName(folder).StartsWith('.'))]
                : [];
            HashSet<string> there = new(folders.Select(folder => Path.GetFileName(folder)), StringComparer.OrdinalIgnoreCase);
            return
            [
                .. folders.Select(folder => Check(folder, locked.Find(Path.GetFileName(folder))))
                    .Concat(locked.Packages.Where(package => !there.Contains(package.Id))
                        .Select(package => new PackageCheck(package.Id, PackageState.Missing, package, FoundSha256: null)))
                    .OrderBy(check => check.Id, StringComparer.OrdinalIgnoreCase),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(LockErrors.Unreadable(place.Path, exception.Message));
        }
    }

    private static PackageCheck Check(string folder, LockedPackage? locked)
    {
        string id = Path.GetFileName(folder);
        string found = PackageContent.Sha256(folder);
        if (locked is null)
            return new PackageCheck(id, PackageState.NotLocked, Locked: null, found);
        if (found == locked.Sha256)
            return new PackageCheck(id, PackageState.Intact, locked, found);
        IReadOnlyDictionary<string, string> files = PackageContent.FileHashes(folder);
        return new PackageCheck(id, PackageState.Changed, locked, found)
        {
            Changed = Ordered(files.Keys.Where(file => locked.Files.TryGetValue(file, out string? hash) && hash != files[file])),
            Added = Ordered(files.Keys.Except(locked.Files.Keys)),
            Missing = Ordered(locked.Files.Keys.Except(files.Keys)),
        };
    }

    private static string[] Ordered(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal)];
}

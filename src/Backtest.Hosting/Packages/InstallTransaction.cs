namespace Backtest.Hosting;

/// <summary>
/// One change of a location of plugins. New files are staged in a hidden folder next to the packages and renamed into place; the files they replace
/// stay in the hidden folder until the lock file is written, which commits the change. A command that ends earlier leaves the previous content in
/// place.
/// </summary>
internal sealed class InstallTransaction : IDisposable
{
    private const string Prefix = ".install-";
    private const string Staged = "new";
    private const string Displaced = "old";

    private readonly PluginFolder _place;
    private readonly string _folder;
    private bool _isCommitted;

    /// <summary>Begins a change.</summary>
    public InstallTransaction(PluginFolder place)
    {
        _place = place;
        _folder = Path.Combine(place.Path, Prefix + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(_folder);
    }

    /// <summary>The path to which the package file is downloaded.</summary>
    public string Download => Path.Combine(_folder, "package.nupkg");

    /// <summary>The folder in which a package's files are staged.</summary>
    public string StagingOf(string id) => Path.Combine(_folder, Staged, id);

    /// <summary>The folder of an installed package, whatever the case of the id; <see langword="null"/> if it is not installed.</summary>
    public static string? FindInstalled(PluginFolder place, string id) => Directory.Exists(place.Path)
        ? Directory.EnumerateDirectories(place.Path)
            .FirstOrDefault(folder => string.Equals(Path.GetFileName(folder), id, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>Cleans up after commands that were interrupted: content that the lock file names is kept or restored, the rest is deleted.</summary>
    public static void Recover(PluginFolder place, PluginLock locked)
    {
        foreach (string leftover in Directory.EnumerateDirectories(place.Path, Prefix + "*"))
        {
            string displaced = Path.Combine(leftover, Displaced);
            if (Directory.Exists(displaced))
            {
                foreach (string folder in Directory.EnumerateDirectories(displaced))
                    Recover(place, locked, folder, leftover);
            }

            Directory.Delete(leftover, recursive: true);
        }
    }

    /// <summary>Replaces the installed files of a package with the staged ones, if any, and writes the lock file.</summary>
    /// <param name="id">The package's id; without staged files the package is removed.</param>
    /// <param name="locked">The new lock file; <see langword="null"/> to leave it unchanged.</param>
    public void Commit(string id, PluginLock? locked)
    {
        string staged = StagingOf(id);
        string target = Path.Combine(_place.Path, id);
        string? installed = FindInstalled(_place, id);
        string displaced = Path.Combine(_folder, Displaced, Path.GetFileName(installed ?? id));
        if (installed is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(displaced)!);
            Directory.Move(installed, displaced);
        }

        try
        {
            if (Directory.Exists(staged))
                Directory.Move(staged, target);
            locked?.Save();
            _isCommitted = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(target))
                Directory.Move(target, staged);
            if (installed is not null)
                Directory.Move(displaced, installed);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            // Content that could not be restored stays for the next command to recover.
            if (_isCommitted || !Directory.Exists(Path.Combine(_folder, Displaced)) || IsEmpty(Path.Combine(_folder, Displaced)))
                Directory.Delete(_folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next command tries again to delete it.
        }
    }

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();

    private static void Recover(PluginFolder place, PluginLock locked, string displaced, string leftover)
    {
        string id = Path.GetFileName(displaced);
        if (locked.Find(id) is not { } expected)
            return;
        string? installed = FindInstalled(place, id);
        if (installed is not null)
        {
            if (PackageContent.Sha256(installed) == expected.Sha256)
                return;
            Directory.Move(installed, Path.Combine(leftover, "dropped-" + id));
        }

        Directory.Move(displaced, Path.Combine(place.Path, id));
    }
}

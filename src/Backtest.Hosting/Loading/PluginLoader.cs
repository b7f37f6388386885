using System.Reflection;

namespace Backtest.Hosting;

/// <summary>
/// Loads plugins, each package into a load context of its own and from a copy, so that its files may be replaced in the meantime. A load context
/// isolates but is not a sandbox: a plugin may do whatever its user may do.
/// </summary>
/// <param name="sharedAssemblies">The assemblies that plugins share with the host: types that they exchange must come from one assembly.</param>
/// <param name="isCollectible">Whether contexts are unloaded when the loader is disposed; collectible code runs slower.</param>
/// <param name="locks">The locks that pin the content that may be loaded; <see langword="null"/> for none.</param>
public sealed class PluginLoader(
    IReadOnlyList<Assembly> sharedAssemblies, bool isCollectible = false, PluginLocks? locks = null) : IDisposable
{
    private readonly Dictionary<string, LoadedPackage> _packages = [];
    private readonly List<LoadedPlugin> _plugins = [];
    private readonly Lazy<DirectoryInfo> _copies = new(() => Directory.CreateTempSubdirectory("backtest-plugins-"));

    /// <summary>The plugins loaded so far, in the order in which they were first requested.</summary>
    public IReadOnlyList<LoadedPlugin> Plugins => _plugins;

    /// <summary>Tracks the unloading of everything loaded so far. Call it before the loader is disposed, and use the result afterward.</summary>
    public PluginUnloading FollowUnloading() => new(_packages.Values);

    /// <summary>Loads a plugin, and its package if it is not loaded yet.</summary>
    /// <exception cref="InputException">
    /// The package has problems, its content differs from what a lock file pins, or its assembly cannot be loaded.
    /// </exception>
    public LoadedPlugin Load(PluginChoice choice)
    {
        if (_plugins.Find(plugin => IsSame(plugin.Choice, choice)) is { } known)
            return known;
        if (choice.Package.Problems.Count > 0)
            throw new InputException(choice.Package.Problems);
        if (!_packages.TryGetValue(choice.Package.Directory, out LoadedPackage? package))
        {
            string copy = Path.Combine(_copies.Value.FullName, choice.Package.Id);
            package = LoadedPackage.Load(choice.Package, copy, sharedAssemblies, isCollectible, locks);
            _packages.Add(choice.Package.Directory, package);
        }

        LoadedPlugin plugin = new(choice, package.Sha256, package.CreateFactory(choice));
        _plugins.Add(plugin);
        return plugin;
    }

    /// <summary>Unloads collectible contexts, and deletes the copies as far as the system allows.</summary>
    public void Dispose()
    {
        foreach (LoadedPackage package in _packages.Values)
            package.Dispose();
        _packages.Clear();
        _plugins.Clear();
        if (!_copies.IsValueCreated)
            return;
        try
        {
            _copies.Value.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows locks loaded files; they are in the system's temporary folder, which is emptied eventually.
        }
    }

    // Records compare their lists by reference, and a package may have been read twice.
    private static bool IsSame(PluginChoice one, PluginChoice other) =>
        one.Package.Directory == other.Package.Directory && one.Listing == other.Listing;
}

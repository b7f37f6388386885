using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Hosting;
using Backtest.Results;

namespace Backtest;

/// <summary>
/// The plugins a program's runs may name: those in assemblies the program refers to, then those the command line would also find. Runs may share it
/// concurrently.
/// </summary>
internal sealed class ProgramPlugins : IPluginSource, IDisposable
{
    private readonly Lock _gate = new();
    private readonly PluginSet _referenced;
    private readonly PluginCatalog _catalog;
    private readonly PluginLocks _locks;
    private readonly PluginLoader _loader;
    private bool _isCleanedUp;

    /// <summary>Looks for plugins.</summary>
    /// <param name="places">The folders to search.</param>
    /// <param name="assemblies">Assemblies the program names, which come before those it was built with.</param>
    /// <exception cref="InputException">A lock file is invalid, or a folder that was named does not exist.</exception>
    /// <exception cref="ArgumentException">An assembly the program names holds no plugin.</exception>
    public ProgramPlugins(PluginFolders places, IEnumerable<Assembly> assemblies)
    {
        _referenced = new PluginSet(assemblies.Concat(ProgramAssemblies.WithPlugins()).Distinct());
        _catalog = PluginCatalog.Scan(places);
        _locks = PluginLocks.Read(places, isStrict: false);
        _loader = new PluginLoader([typeof(PluginFactory).Assembly, typeof(Indicators).Assembly], isCollectible: false, _locks);
    }

    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type)
    {
        lock (_gate)
            return _referenced.Find(kind, type) ?? Installed(kind, type)?.Factory;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind)
    {
        lock (_gate)
            return [.. _referenced.Ids(kind).Concat(_catalog.Ids(kind)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public string? ContentHash(PluginKind kind, string type)
    {
        lock (_gate)
            return _referenced.Find(kind, type) is null ? Installed(kind, type)?.Sha256 : _referenced.ContentHash(kind, type);
    }

    /// <summary>Loads the plugins a run names. The run reports those that are missing, unless they may be in a folder that cannot be read.</summary>
    /// <exception cref="InputException">A plugin cannot be used, or may be in an unreadable folder.</exception>
    public void Require(WorkflowConfig config)
    {
        NamedPlugin[] missing = [.. NamedPlugin.All(config).Where(named => config.Plugins.Find(named.Kind, named.Type) is null && Find(named.Kind, named.Type) is null)];
        InputError[] unreadable =
        [
            .. _catalog.Packages.Where(package => package.Plugins.Count == 0).SelectMany(package => package.Problems),
            .. _locks.NotInstalled(_catalog),
        ];
        if (missing.Length > 0 && unreadable.Length > 0)
            throw new InputException([.. missing.Select(Missing), .. unreadable]);
    }

    /// <summary>The plugins a run names, for its record; missing ones are left out.</summary>
    public IReadOnlyList<RunPlugin> Named(WorkflowConfig config) =>
        [.. NamedPlugin.All(config).Select(named => RecordOf(named, config.Plugins)).OfType<RunPlugin>()];

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            AppDomain.CurrentDomain.ProcessExit -= OnExit;
            _loader.Dispose();
        }
    }

    private void OnExit(object? sender, EventArgs arguments) => Dispose();

    private LoadedPlugin? Installed(PluginKind kind, string type)
    {
        if (_catalog.Find(kind, type) is not { } choice)
            return null;
        // Copies of what is loaded are deleted when the program ends, unless disposed of before.
        if (!_isCleanedUp)
            AppDomain.CurrentDomain.ProcessExit += OnExit;
        _isCleanedUp = true;
        return _loader.Load(choice);
    }

    private RunPlugin? RecordOf(NamedPlugin named, PluginSet given)
    {
        string id = named.Type[(named.Type.LastIndexOf('/') + 1)..];
        if ((given.AssemblyOf(named.Kind, named.Type) ?? _referenced.AssemblyOf(named.Kind, named.Type)) is { } assembly)
            return new RunPlugin(assembly.GetName().Name!, id, VersionOf(assembly), Sha256: null);
        lock (_gate)
        {
            return Installed(named.Kind, named.Type) is { } plugin
                ? new RunPlugin(plugin.Choice.Package.Id, plugin.Choice.Listing.Id, plugin.Choice.Package.Version, plugin.Sha256)
                : null;
        }
    }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? assembly.GetName().Version?.ToString() ?? "";

    private static InputError Missing(NamedPlugin named) => new(
        "unknown_plugin",
        $"there is no {named.Kind.Words} '{named.Type}' in the assemblies that the program references or in the readable plugin folders")
    {
        Position = named.Position,
        Fix = "It may be in a folder that is missing or cannot be read, as listed below.",
    };
}

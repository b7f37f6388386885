using System.Reflection;
using System.Security.Cryptography;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Plugins given in code. They are named by their id, or by package and id separated by a slash; the package's name is that of the assembly.
/// </summary>
public sealed class PluginSet : IPluginSource
{
    private readonly List<Entry> _plugins = [];

    /// <summary>Creates a set of all plugins of some assemblies.</summary>
    /// <exception cref="ArgumentException">An assembly contains no plugin.</exception>
    public PluginSet(params IEnumerable<Assembly> assemblies)
    {
        foreach (Assembly assembly in assemblies)
            Add(assembly);
    }

    /// <summary>Whether the set is empty.</summary>
    public bool IsEmpty => _plugins.Count == 0;

    /// <summary>Adds every plugin of an assembly.</summary>
    /// <exception cref="ArgumentException">The assembly contains no plugin.</exception>
    public void Add(Assembly assembly)
    {
        PluginAttribute[] listings = [.. assembly.GetCustomAttributes<PluginAttribute>()];
        if (listings.Length == 0)
        {
            throw new ArgumentException(
                $"{assembly.GetName().Name} contains no plugin: none of its classes is one of these: {string.Join(", ", PluginKind.All.Select(kind => kind.Words))}.");
        }

        var hash = new Lazy<string?>(() => HashOf(assembly));
        foreach (PluginAttribute listing in listings)
            _plugins.Add(new Entry(listing, assembly, (PluginFactory)Activator.CreateInstance(listing.Factory)!, hash));
    }

    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type) => EntryOf(kind, type)?.Factory;

    /// <inheritdoc/>
    /// <remarks>This is the hash of the assembly's file; an assembly without a file has none.</remarks>
    public string? ContentHash(PluginKind kind, string type) => EntryOf(kind, type)?.ContentHash.Value;

    /// <summary>The assembly of a plugin, or null if the set has no plugin of this kind and id.</summary>
    /// <param name="kind">The kind of plugin.</param>
    /// <param name="type">The plugin's id, or package and id separated by a slash.</param>
    public Assembly? AssemblyOf(PluginKind kind, string type) => EntryOf(kind, type)?.Assembly;

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) =>
        [.. _plugins.Where(plugin => plugin.Listing.Kind == kind).Select(plugin => plugin.Listing.Id).Order(StringComparer.Ordinal)];

    private Entry? EntryOf(PluginKind kind, string type)
    {
        int slash = type.LastIndexOf('/');
        string id = type[(slash + 1)..];
        string? package = slash < 0 ? null : type[..slash];
        return _plugins.Find(plugin => plugin.Listing.Kind == kind && plugin.Listing.Id == id && (package is null || plugin.IsOf(package)));
    }

    private static string? HashOf(Assembly assembly) =>
        assembly.Location is { Length: > 0 } file ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : null;

    private sealed record Entry(PluginAttribute Listing, Assembly Assembly, PluginFactory Factory, Lazy<string?> ContentHash)
    {
        public bool IsOf(string package) => string.Equals(Assembly.GetName().Name, package, StringComparison.OrdinalIgnoreCase);
    }
}

using System.Reflection;
using System.Security.Cryptography;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Plugins given in code.</summary>
public sealed class PluginSet : IPluginSource
{
    private readonly List<(PluginAttribute Listing, PluginFactory Factory, Lazy<string?> ContentHash)> _plugins = [];

    /// <summary>Every plugin of some assemblies.</summary>
    /// <exception cref="ArgumentException">An assembly holds no plugin.</exception>
    public PluginSet(params IEnumerable<Assembly> assemblies)
    {
        foreach (Assembly assembly in assemblies)
            Add(assembly);
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _plugins.Count == 0;

    /// <summary>Adds every plugin of an assembly.</summary>
    /// <exception cref="ArgumentException">The assembly holds no plugin.</exception>
    public void Add(Assembly assembly)
    {
        PluginAttribute[] listings = [.. assembly.GetCustomAttributes<PluginAttribute>()];
        if (listings.Length == 0)
        {
            throw new ArgumentException(
                $"{assembly.GetName().Name} holds no plugin: no class in it is any of these: {string.Join(", ", PluginKind.All.Select(kind => kind.Words))}.");
        }

        var hash = new Lazy<string?>(() => HashOf(assembly));
        foreach (PluginAttribute listing in listings)
            _plugins.Add((listing, (PluginFactory)Activator.CreateInstance(listing.Factory)!, hash));
    }

    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type) => _plugins.Find(plugin => Is(plugin.Listing, kind, type)).Factory;

    /// <inheritdoc/>
    /// <remarks>It is that of the assembly's file, so that an assembly without one has none.</remarks>
    public string? ContentHash(PluginKind kind, string type) => _plugins.Find(plugin => Is(plugin.Listing, kind, type)).ContentHash?.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) =>
        [.. _plugins.Where(plugin => plugin.Listing.Kind == kind).Select(plugin => plugin.Listing.Id).Order(StringComparer.Ordinal)];

    private static bool Is(PluginAttribute listing, PluginKind kind, string type) => listing.Kind == kind && listing.Id == type;

    private static string? HashOf(Assembly assembly) =>
        assembly.Location is { Length: > 0 } file ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : null;
}

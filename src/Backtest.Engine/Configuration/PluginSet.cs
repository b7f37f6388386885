using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Plugins given in code.</summary>
public sealed class PluginSet : IPluginSource
{
    private readonly List<(PluginAttribute Listing, PluginFactory Factory)> _plugins = [];

    /// <summary>Every plugin of some assemblies.</summary>
    /// <exception cref="ArgumentException">An assembly holds no plugin.</exception>
    public PluginSet(params IEnumerable<Assembly> assemblies)
    {
        foreach (Assembly assembly in assemblies)
            Add(assembly);
    }

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

        foreach (PluginAttribute listing in listings)
            _plugins.Add((listing, (PluginFactory)Activator.CreateInstance(listing.Factory)!));
    }

    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type)
    {
        foreach ((PluginAttribute listing, PluginFactory factory) in _plugins)
        {
            if (listing.Kind == kind && listing.Id == type)
                return factory;
        }

        return null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) =>
        [.. _plugins.Where(plugin => plugin.Listing.Kind == kind).Select(plugin => plugin.Listing.Id).Order(StringComparer.Ordinal)];
}

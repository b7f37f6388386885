using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A test's plugins, by type.</summary>
public sealed class TestPlugins : IPluginSource
{
    private readonly Dictionary<(PluginKind, string), PluginFactory> _plugins = [];

    public void Add(string type, PluginFactory factory) => _plugins[(factory.Descriptor.Kind, type)] = factory;

    public PluginFactory? Find(PluginKind kind, string type) => _plugins.GetValueOrDefault((kind, type));

    public IReadOnlyList<string> Ids(PluginKind kind) =>
        [.. _plugins.Keys.Where(key => key.Item1 == kind).Select(key => key.Item2).Order(StringComparer.Ordinal)];
}

using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>The plugins of a trial, by kind and name, and the indicators of the package of the examined one.</summary>
internal sealed class TrialPlugins(PackageIndicators indicators) : IPluginSource
{
    private readonly Dictionary<(PluginKind, string), PluginFactory> _plugins = [];

    public void Add(string type, PluginFactory factory) => _plugins.Add((factory.Descriptor.Kind, type), factory);

    public PluginFactory? Find(PluginKind kind, string type) =>
        kind == PluginKind.Indicator ? indicators.Find(type) : _plugins.GetValueOrDefault((kind, type));

    public IReadOnlyList<string> Ids(PluginKind kind) => kind == PluginKind.Indicator ? indicators.Ids :
        [.. _plugins.Keys.Where(key => key.Item1 == kind).Select(key => key.Item2).Order(StringComparer.Ordinal)];
}

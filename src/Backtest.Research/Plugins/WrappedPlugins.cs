using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Gives a run its own plugins, wrapped.</summary>
/// <param name="plugins">Where they are found, in order of precedence.</param>
internal abstract class WrappedPlugins(IReadOnlyList<IPluginSource> plugins) : IPluginSource
{
    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type) =>
        plugins.Select(source => source.Find(kind, type)).FirstOrDefault(factory => factory is not null) is { } found ? Wrap(found, kind, type) : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) => [.. plugins.SelectMany(source => source.Ids(kind)).Distinct()];

    /// <inheritdoc/>
    public string? ContentHash(PluginKind kind, string type) =>
        plugins.FirstOrDefault(source => source.Find(kind, type) is not null)?.ContentHash(kind, type);

    /// <summary>Wraps a plugin, or returns it unchanged.</summary>
    /// <param name="found">The plugin.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="type">Its id in the run file.</param>
    protected abstract PluginFactory Wrap(PluginFactory found, PluginKind kind, string type);
}
